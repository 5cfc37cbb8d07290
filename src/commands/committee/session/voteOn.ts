import type { Vote } from '../../../workflow/events.ts';
import type { SessionContext } from '../../../workflow/stored.ts';

/**
 * How the votes on a file stand now. A vote that was cast counts, whoever left the room since: it is void only once its voter is
 * recused. `outside` cannot sit on the file, by a tie or an earlier part, and counts as recused; the vote of `presiding`, who
 * chairs the file, decides between equal ones, where the scheme says so.
 */
export function voteOn(
  { present, recusals, votes }: Pick<SessionContext, 'present' | 'recusals' | 'votes'>,
  applicationId: string,
  outside: readonly string[],
  presiding: string | null,
): Vote {
  const declared = recusals.filter((one) => one.applicationId === applicationId);
  const recused = [...new Set([...declared.map(({ personId }) => personId), ...outside])];
  const cast = votes.filter((vote) => vote.applicationId === applicationId);
  const counted = cast.filter((vote) => !recused.includes(vote.personId));
  const count = (choice: string) => counted.filter((vote) => vote.choice === choice).length;
  const casting = counted.find(({ personId }) => personId === presiding)?.choice;
  return {
    present: [...new Set([...present, ...votersOf({ votes }, applicationId)])],
    recused,
    for: count('for'),
    against: count('against'),
    abstained: count('abstain'),
    casting: casting === 'for' || casting === 'against' ? casting : null,
  };
}

/** Who has voted on a file, whatever became of them. */
export function votersOf({ votes }: Pick<SessionContext, 'votes'>, applicationId: string): readonly string[] {
  return votes.filter((vote) => vote.applicationId === applicationId).map(({ personId }) => personId);
}
