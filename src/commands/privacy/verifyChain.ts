import { LabelError } from '../../errors.ts';
import { isAdministrator } from '../../policies/who.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { ChainWalk } from '../ports/journalPorts.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { noteReading } from './views/readJournal.ts';

/** Most lines that are walked while someone waits; the command line walks them all. */
const maxLines = 10_000;

/** Whether one chain of the journal holds, up to a line where one is named, for an administrator who is not barred from it; that it was walked is a line of its own. */
export async function verifyChain(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  asker: Asker,
  { stream, seq = maxLines }: { readonly stream: string; readonly seq?: number | undefined },
): Promise<ChainWalk> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  const walk = requireVisible(await deps.store.verifyStream(stream, Math.min(seq, maxLines)));
  const { lines, fault } = walk;
  await noteReading(deps, asker, 'journal.verified', { stream, lines, why: fault?.why ?? null });
  return walk;
}
