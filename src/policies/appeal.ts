import type { AppealState } from '../workflow/storedAppeal.ts';
import { isFreeFor } from './file.ts';
import type { File } from './parts.ts';
import { isInCommittee, isOfficer, type Who } from './who.ts';

/** States in which an appeal is settled: nothing of it is kept from those who had a part in the file any more. */
export const settledAppeals: readonly AppealState[] = ['inadmissible', 'upheld', 'partlyUpheld', 'dismissed'];
/** States in which it waits for someone. */
export const openAppeals: readonly AppealState[] = ['lodged', 'admitted', 'panelFormed'];

/** Whether a person had a part in a file, in whatever round, that keeps them from judging an appeal on it. */
export function hadPart(who: Who, file: File): boolean {
  return !isFreeFor('appeal.admit', who, file);
}

/** Whether a person may judge an appeal on a file: a member of the committee without an earlier part in it. */
export function isFreeToJudge(who: Who, file: File): boolean {
  return isInCommittee(who) && !hadPart(who, file);
}

/**
 * How much of an appeal a person sees. `whole`: grounds, reasons and outcome. `state`: that there is one and where it stands,
 * for whoever had a part in the file, as long as it is not settled. Null: nothing.
 */
export function sightOfAppeal(who: Who, file: File, state: AppealState): 'whole' | 'state' | null {
  if (!isFreeFor('read', who, file)) return null;
  if (!isOfficer(who) && !isInCommittee(who)) return null;
  return settledAppeals.includes(state) || !hadPart(who, file) ? 'whole' : 'state';
}
