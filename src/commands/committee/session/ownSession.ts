import { LabelError } from '../../../errors.ts';
import { sitsOrServes } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A session of the committee, for its members and for the officers who serve it. */
export async function ownSession(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  sessionId: string,
): Promise<Session> {
  if (!sitsOrServes(asker)) throw new LabelError('forbidden');
  return requireVisible(await deps.store.session(sessionId));
}
