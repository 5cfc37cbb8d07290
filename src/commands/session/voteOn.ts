import type { Vote } from '../../workflow/events.ts';
import type { SessionContext } from '../../workflow/stored.ts';

/**
 * How the votes on a file stand now: of those in the room who are not recused. `outside` cannot sit on it, by a tie or an earlier
 * part, and counts as recused; the vote of `presiding` decides between equal ones, where the scheme says so.
 */
export function voteOn(
  { present, recusals, votes }: Pick<SessionContext, 'present' | 'recusals' | 'votes'>,
  applicationId: string,
  outside: readonly string[],
  presiding: string,
): Vote {
  const declared = recusals.filter((one) => one.applicationId === applicationId);
  const recused = [...new Set([...declared.map(({ personId }) => personId), ...outside])];
  const counted = votes.filter(
    (vote) =>
      vote.applicationId === applicationId &&
      present.includes(vote.personId) &&
      !recused.includes(vote.personId),
  );
  const count = (choice: string) => counted.filter((vote) => vote.choice === choice).length;
  const casting = counted.find(({ personId }) => personId === presiding)?.choice;
  return {
    present,
    recused,
    for: count('for'),
    against: count('against'),
    abstained: count('abstain'),
    casting: casting === 'for' || casting === 'against' ? casting : null,
  };
}
