import { takenData } from '../../items/eventData.ts';
import type { Deps } from '../../ports/ports.ts';

/**
 * Whether the minutes of the session that decided a file last are approved: the one that the decision itself names, not the one
 * that was planned last. A decision from before there were sessions had its minutes on paper.
 */
export async function hasApprovedMinutes(
  { store }: Pick<Deps, 'store'>,
  applicationId: string,
): Promise<boolean> {
  const records = await store.records(`applications/${applicationId}`);
  const decision = records.findLast(({ event }) => event?.type === 'decide');
  if (!decision) return false;
  const { session } = takenData('application', decision);
  return session === undefined || (await store.session(session))?.state === 'minutesApproved';
}
