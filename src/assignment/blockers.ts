import type { Bonds, Candidate } from './candidate.ts';
import { mayJoin, type PairRule, type Place } from './pair.ts';

/** What blocks giving a file to a person, in the words of the machine's guards. */
export type Blocker =
  | 'competent'
  | 'noConflict'
  | 'newToThisFile'
  | 'alreadyInvited'
  | 'underLoadCap'
  | 'pairMixed'
  | 'enoughInvited';

/** Where a person stands towards a file. */
export interface Standing {
  readonly candidate: Candidate;
  readonly bonds: Bonds;
  /** Which place of a team they could take in it. */
  readonly place: Place | null;
  /** Whether they had a part in an earlier round of it. */
  readonly earlier: boolean;
  readonly invited: boolean;
  /** Places of those who are invited or accepted, and of those who wait as substitutes. */
  readonly team: readonly (Place | null)[];
  readonly substitutes: number;
}

/** A person more may wait for a place that falls free. */
const maxSubstitutes = 1;

/** Everything that speaks against inviting a person; an invitation without reasons can be made. */
export function blockersOf(standing: Standing, rule: PairRule): Blocker[] {
  const { candidate, bonds, place, earlier, invited, team, substitutes } = standing;
  const complete = team.length >= rule.size;
  const fits = complete ? place !== null : mayJoin(place, team, rule);
  // Of who was never admitted there is nothing more to say: they have no seat and no load that anyone agreed to.
  const admitted = candidate.seat !== null;
  return [
    ...when('competent', candidate.unavailable !== null),
    ...when('noConflict', bonds.barring.length > 0),
    ...when('newToThisFile', earlier),
    ...when('alreadyInvited', invited),
    ...when('underLoadCap', admitted && candidate.load >= candidate.cap),
    ...when('pairMixed', admitted && !invited && !fits),
    ...when('enoughInvited', complete && substitutes >= maxSubstitutes),
  ];
}

function when(reason: Blocker, holds: boolean): Blocker[] {
  return holds ? [reason] : [];
}
