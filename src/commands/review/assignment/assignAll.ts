import { LabelError } from '../../../errors.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { inviteReviewer } from './inviteReviewer.ts';
import { planAssignments } from './planAssignments.ts';

/**
 * Invites everyone of the plan that an officer read and agreed to; `stale` when it would be another one now. Each invitation is
 * looked at anew: one that became impossible meanwhile is left out. Gives how many were sent.
 */
export async function assignAll(
  deps: Deps,
  asker: Asker,
  { digest }: { readonly digest: string },
): Promise<number> {
  const planned = await planAssignments(deps, asker);
  if (planned.digest !== digest) throw new LabelError('stale');
  let sent = 0;
  for (const { fileId: applicationId, personId } of planned.chosen) {
    try {
      await inviteReviewer(deps, asker, { applicationId, personId });
      sent += 1;
    } catch (error) {
      if (!(error instanceof LabelError && ['refused', 'stale'].includes(error.code))) throw error;
    }
  }
  return sent;
}
