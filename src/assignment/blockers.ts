import { holding } from '../holding.ts';
import type { Bonds, Candidate } from './candidate.ts';
import { mayJoin, type PairRule, type Place } from './pair.ts';

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

/** What blocks inviting a person to a file, in the words of the machine's guards; where nothing does, they can be invited. */
export function blockersOf(standing: Standing, rule: PairRule) {
  const { candidate, bonds, place, earlier, invited, team, substitutes } = standing;
  const complete = team.length >= rule.size;
  const fits = complete ? place !== null : mayJoin(place, team, rule);
  // Who was never admitted has no seat and no load that anyone agreed to.
  const admitted = candidate.seat !== null;
  return holding({
    competent: candidate.unavailable !== null,
    noConflict: bonds.barring.length > 0,
    newToThisFile: earlier,
    alreadyInvited: invited,
    underLoadCap: admitted && candidate.load >= candidate.cap,
    pairMixed: admitted && !invited && !fits,
    enoughInvited: complete && substitutes >= maxSubstitutes,
  });
}
