import { LabelError } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { pageOf } from '../../common/pages.ts';
import type { JournalPlace, JournalQuery } from '../../ports/journalPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { namedIn } from './namedIn.ts';

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

/**
 * A page of the journal for an administrator, without the lines of organisations they are barred from; that it was read is a line too,
 * unless it is `noted` already, as where its chain was walked to show it.
 */
export async function readJournal(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  asker: Asker,
  {
    query,
    before,
    noted = false,
  }: { readonly query: JournalQuery; readonly before?: JournalPlace | undefined; readonly noted?: boolean },
) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const found = await deps.store.journal(query, pageSize + 1, before);
  if (!noted) await noteReading(deps, asker, 'journal.read', { query: notedOf(query) });
  const { items: lines, last } = pageOf(found, pageSize);
  return {
    lines,
    named: await namedIn(deps, lines),
    /** Where the next page begins, or null. */
    next: last && { at: last.at, id: last.id },
  };
}

/** Most chains of a query that the journal names; the others are counted. */
const maxNoted = 20;

function notedOf({ stream, ...query }: JournalQuery) {
  if (stream === undefined || typeof stream === 'string') return { ...query, ...(stream && { stream }) };
  return { ...query, stream: stream.slice(0, maxNoted), streams: stream.length };
}

const exportSize = 500;

/** Lines to export, a page at a time, with what they name; the export is noted by itself. */
export async function readJournalPage(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  query: JournalQuery,
  before?: JournalPlace,
) {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const { items: lines, last } = pageOf(await deps.store.journal(query, exportSize + 1, before), exportSize);
  return { lines, named: await namedIn(deps, lines), next: last && { at: last.at, id: last.id } };
}
