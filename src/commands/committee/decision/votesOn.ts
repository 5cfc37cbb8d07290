import type { File } from '../../../policies/parts.ts';
import type { Vote } from '../../../workflow/voting.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Deps } from '../../ports/ports.ts';
import { voteOn, votersOf } from '../session/castVote.ts';
import { committeeOf, membersTowards } from '../session/committeeOf.ts';
import { chairOn } from './concludeFile.ts';

const emptyRoom: Vote = { present: [], recused: [], for: 0, against: 0, abstained: 0, casting: null };

/** How the committee voted on an item of a file in an open session, who chairs it there, and whom a tie keeps out; nobody voted where there is none. */
export async function votesOn(deps: Deps, file: File, session: Session | null, item: string) {
  const { applicationId } = file.application.context;
  const sitters = await membersTowards(deps, file, session?.context.attended);
  const outside = sitters.filter(({ part }) => part !== null);
  const conflicted = outside.filter(({ part }) => part === 'tie' || part === 'organisation');
  const ids = outside.map(({ person }) => person.id);
  const chair = chairOn(session, applicationId, sitters);
  const vote = session ? voteOn(session.context, { applicationId, item }, ids, chair) : emptyRoom;
  const members = (await committeeOf(deps)).map((person) => person.id);
  const voted = new Set(session ? votersOf(session.context, item) : []);
  return {
    sitters,
    said: {
      // Who left the committee since the session began and did not vote is absent, so that the quorum shows it.
      vote: { ...vote, present: vote.present.filter((one) => members.includes(one) || voted.has(one)) },
      conflicted: conflicted.map(({ person }) => person.id),
      inSession: session !== null,
      chair,
    },
  };
}
