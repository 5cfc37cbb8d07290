import type { Day } from '../register/day.ts';

/** From where a reviewer looks at a file: from the same trade in another field, as someone who uses such offers, or from neither. */
export const seats = ['peer', 'user', 'independent'] as const;
export type Seat = (typeof seats)[number];

/** What says whether a person can be given a file on a day. */
export interface Availability {
  /** First and last day of the admission, both included; null before the first one. */
  readonly admittedOn: Day | null;
  readonly admittedUntil: Day | null;
  /** Since when an administrator keeps the person from reviewing; null while nobody does. */
  readonly suspendedOn: Day | null;
  /** First and last day away, both included; without a first one, from today on; without a last one, until further notice. */
  readonly awayFrom: Day | null;
  readonly awayUntil: Day | null;
}

export type Unavailable = 'notAdmitted' | 'admissionOver' | 'suspended' | 'away';

/** Why a person can be given no file on a day; null when they can. */
export function unavailable(profile: Availability | null, today: Day): Unavailable | null {
  if (!profile?.admittedUntil || (profile.admittedOn ?? today) > today) return 'notAdmitted';
  if (profile.suspendedOn !== null) return 'suspended';
  if (profile.admittedUntil < today) return 'admissionOver';
  return isAway(profile, today) ? 'away' : null;
}

/** Whether the person declared an absence on a day. */
function isAway({ awayFrom, awayUntil }: Availability, today: Day): boolean {
  if (awayFrom === null && awayUntil === null) return false;
  return (awayFrom === null || awayFrom <= today) && (awayUntil === null || today <= awayUntil);
}
