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

interface Keeper {
  readonly id: string;
  readonly absence?: Absence | null;
}

/** Who has on a day what somebody owns: they themselves, or whoever stands in for them; null where that one is not there either. */
export function keeperOf<P extends Keeper>(owner: P, officers: readonly P[], today: Day): P | null {
  const { absence } = owner;
  if (!isAway(absence, today)) return owner;
  const standIn = officers.find(({ id }) => id === absence.standIn);
  // Somebody away hands nothing on: two who stand in for each other would have it by turns.
  return standIn && !isAway(standIn.absence, today) ? standIn : null;
}
