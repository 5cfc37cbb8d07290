import { LabelError } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { pageOf } from '../../common/pages.ts';
import type { JournalPlace, JournalQuery } from '../../ports/journalPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

const pageSize = 50;

/** Notes on the chain that tells who read the journal. */
export async function noteReading(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  asker: Asker,
  fact: 'journal.read' | 'journal.verified',
  data: object,
): Promise<void> {
  const [id, at] = [deps.ids.next(), deps.clock.now().toISOString()];
  const actor = actorOf(asker);
  await deps.store.note({ id, at, actor, stream: 'reads/journal', facts: [fact], data: { ...data } });
}

export type JournalPage = Awaited<ReturnType<typeof readJournal>>;

/** A page of the journal for an administrator, without the lines of organisations they are barred from; that it was read is a line too. */
export async function readJournal(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  asker: Asker,
  { query, before }: { readonly query: JournalQuery; readonly before?: JournalPlace | undefined },
) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const found = await deps.store.journal(query, pageSize + 1, before);
  await noteReading(deps, asker, 'journal.read', { query });
  const { items: lines, last } = pageOf(found, pageSize);
  const ids = [...new Set(lines.map(({ actor }) => actor.id))];
  const people = await Promise.all(ids.map((id) => deps.store.person(id)));
  return {
    lines,
    /** Those of who acted that are still known, by id. */
    people: new Map(people.flatMap((person) => (person ? [[person.id, person]] : []))),
    /** Where the next page begins, or null. */
    next: last && { at: last.at, id: last.id },
  };
}
