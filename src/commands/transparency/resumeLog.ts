import { LogFlaw } from '../../transparency/read/logFlaw.ts';
import { checkConsistency, type Head } from '../../transparency/read/merkle.ts';
import { rootOf } from '../../transparency/write/edge.ts';
import { consistencyProof } from '../../transparency/write/proofs.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Deps } from '../ports/ports.ts';
import { tilesOf } from './readLog.ts';

/** Why a log does not go on from a head that was published. */
export type ResumeFault = 'longer' | 'other';

/**
 * Lets a log that was restored go on where the last head that was published is its beginning; null then. Whoever shows an older one on
 * purpose makes the log say two things, which witnesses and whoever kept a later head find.
 */
export async function resumeLog(deps: Pick<Deps, 'store'>, published: Head): Promise<ResumeFault | null> {
  const head = requireVisible(await deps.store.logHead());
  const { size } = head.edge;
  if (published.size > size) return 'longer';
  const proof = await consistencyProof(tilesOf(deps, head), published.size, size);
  try {
    checkConsistency(published, { size, root: rootOf(head.edge) }, proof);
  } catch (error) {
    if (error instanceof LogFlaw) return 'other';
    throw error;
  }
  await deps.store.holdLog(false);
  return null;
}
