import type { Day } from '../register/day.ts';

/** When an officer is not there, and who stands in for them. */
export interface Absence {
  readonly from: Day;
  /** The last day of it. */
  readonly until: Day;
  /** Id of an officer; null for nobody. */
  readonly standIn: string | null;
}

/** Whether somebody is away on a day. */
export function isAway(absence: Absence | null | undefined, today: Day): absence is Absence {
  return absence !== null && absence !== undefined && absence.from <= today && today <= absence.until;
}
