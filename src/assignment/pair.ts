import type { Seat } from '../policies/reviewer.ts';
import type { Sector } from '../register/sector.ts';

/** How many of a team must come from where (procedure.yaml), and how many people it has. */
export interface PairRule {
  readonly peers: number;
  readonly others: number;
  readonly size: number;
}

interface Seated {
  readonly seat: Seat | null;
  readonly sector: Sector | null;
}

export type Place = 'peer' | 'other';

/** Which place of a team a person can take in a file: a peer of the applicant's own field takes none, nor does who has no seat. */
export function placeOf({ seat, sector }: Seated, applicant: Sector | null): Place | null {
  if (seat === null) return null;
  if (seat !== 'peer') return 'other';
  return isOtherField({ sector }, applicant) ? 'peer' : null;
}

/** Whether a peer's own field is another than the applicant's; an applicant without one differs from everyone. */
export function isOtherField({ sector }: Pick<Seated, 'sector'>, applicant: Sector | null): boolean {
  return applicant === null || sector !== applicant;
}

/** Whether a team can still become what the rule asks for once a person in `place` joins it. */
export function mayJoin(place: Place | null, team: readonly (Place | null)[], rule: PairRule): boolean {
  const all = [...team, place];
  const missing = (asked: number, of: Place) => Math.max(0, asked - all.filter((one) => one === of).length);
  return missing(rule.peers, 'peer') + missing(rule.others, 'other') <= rule.size - all.length;
}

/** A person who said yes to a file, or was asked. */
interface Member {
  readonly place: Place | null;
  readonly delivered: boolean;
  /** Asked to wait for a place that falls free. */
  readonly substitute: boolean;
}

/**
 * Those of a file's people who make its team, in the order in which their reviews count, and those who wait: what is delivered
 * is kept first, then come those who were asked for a place, then the substitutes, each where the rule leaves them one.
 */
export function teamOf<M extends Member>(members: readonly M[], rule: PairRule) {
  const rank = ({ delivered, substitute }: Member) => (delivered ? 0 : substitute ? 2 : 1);
  const ranked = [...members].sort((a, b) => rank(a) - rank(b));
  const team: M[] = [];
  for (const member of ranked) {
    const places = team.map(({ place }) => place);
    const fits = member.delivered || mayJoin(member.place, places, rule);
    if (team.length < rule.size && fits) team.push(member);
  }
  return {
    team: members.filter((member) => team.includes(member)),
    waiting: members.filter((member) => !team.includes(member)),
  };
}
