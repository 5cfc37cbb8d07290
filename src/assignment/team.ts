import { mayJoin, type PairRule, type Place } from './pair.ts';

/** A person who said yes to a file, or was asked. */
export interface Member {
  readonly place: Place | null;
  readonly delivered: boolean;
  /** Asked to wait for a place that falls free. */
  readonly substitute: boolean;
}

/**
 * Those of a file's people who make its team, in the order in which their reviews count, and those who wait: what is delivered
 * is kept first, then come those who were asked for a place, then the substitutes, each where the rule leaves them one.
 */
export function teamOf<M extends Member>(
  members: readonly M[],
  rule: PairRule,
): { readonly team: readonly M[]; readonly waiting: readonly M[] } {
  const rank = ({ delivered, substitute }: Member) => (delivered ? 0 : substitute ? 2 : 1);
  const ranked = [...members].sort((a, b) => rank(a) - rank(b));
  const team: M[] = [];
  for (const member of ranked) {
    const places = team.map(({ place }) => place);
    const fits = member.delivered || mayJoin(member.place, places, rule);
    if (team.length < rule.size && fits) team.push(member);
  }
  const kept = members.filter((member) => team.includes(member));
  return { team: kept, waiting: members.filter((member) => !team.includes(member)) };
}
