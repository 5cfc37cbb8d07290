import { LabelError } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { actorOf } from '../../common/actor.ts';
import type { Person } from '../../items/items.ts';
import type { JournalPlace, JournalQuery } from '../../ports/journalPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A page of the journal, the newest line first. */
export interface JournalPage {
  readonly lines: readonly JournalRecord[];
  /** Those of who acted that are still known, by id. */
  readonly people: ReadonlyMap<string, Person>;
  /** Where the next page begins, or null. */
  readonly next: JournalPlace | null;
}

const pageSize = 50;

/** The chain that tells who read the journal. */
export const readsStream = 'reads/journal';

/** A page of the journal for an administrator, without the lines of organisations they are barred from; that it was read is a line too. */
export async function readJournal(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  asker: Asker,
  { query, before }: { readonly query: JournalQuery; readonly before?: JournalPlace | undefined },
): Promise<JournalPage> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const found = await deps.store.journal(query, pageSize + 1, before);
  await deps.store.note({
    id: deps.ids.next(),
    at: deps.clock.now().toISOString(),
    actor: actorOf(asker),
    stream: readsStream,
    facts: ['journal.read'],
    data: { query },
  });
  const lines = found.slice(0, pageSize);
  const last = lines.at(-1);
  const ids = [...new Set(lines.map(({ actor }) => actor.id))];
  const people = await Promise.all(ids.map((id) => deps.store.person(id)));
  return {
    lines,
    people: new Map(people.flatMap((person) => (person ? [[person.id, person]] : []))),
    next: found.length > pageSize && last ? { at: last.at, id: last.id } : null,
  };
}
