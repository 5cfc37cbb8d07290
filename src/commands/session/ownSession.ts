import { LabelError } from '../../errors.ts';
import { sitsOrServes } from '../../policies/who.ts';
import type { Session } from '../decidingItems.ts';
import { found } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';

/** A session of the committee, for its members and for the officers who serve it. */
export async function ownSession(deps: Deps, asker: Asker, sessionId: string): Promise<Session> {
  if (!sitsOrServes(asker)) throw new LabelError('forbidden');
  return found(await deps.store.session(sessionId));
}
