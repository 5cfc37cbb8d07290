import { everything } from '../../policies/view.ts';
import type { FileMessage, Side } from '../items/correspondence.ts';
import type { Deps } from '../ports/ports.ts';

/** Most subjects on one file. */
export const maxSubjects = 100;

/** What was written on a file, what was written in last first, with the names that one of its sides may know: the organisation reads the office as one. */
export async function correspondenceOf({ store }: Pick<Deps, 'store'>, applicationId: string, reader: Side) {
  const all = await store.correspondenceOn(applicationId, maxSubjects);
  const names = await writersOf(
    { store },
    all.flatMap(({ messages }) => messages),
    reader,
  );
  return all.map(({ id, subject, openedAt, lastAt, awaits, awaitsSince, messages }) => ({
    id,
    subject,
    openedAt,
    lastAt,
    awaits,
    awaitsSince,
    messages: messages.map(({ by, ...message }) => ({ ...message, name: names.get(by) ?? '' })),
  }));
}

/** The names of those who wrote some messages, by their ids. */
async function writersOf(
  { store }: Pick<Deps, 'store'>,
  messages: readonly FileMessage[],
  reader: Side,
): Promise<ReadonlyMap<string, string>> {
  const whole = store.seenBy(everything);
  const told = messages.filter(({ side }) => reader === 'office' || side === 'applicant');
  const found = await Promise.all([...new Set(told.map(({ by }) => by))].map((id) => whole.person(id)));
  return new Map(found.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
}
