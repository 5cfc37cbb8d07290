import type { Condition, DecisionOutcome, Vote } from '../../../workflow/events.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { unchanged } from '../../common/requireVisible.ts';
import { countDocuments, expiredProofs } from '../../file/expiredProofs.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { labelledOffers } from '../../file/labelledOffers.ts';
import { oldestCounting } from '../../file/oldestCounting.ts';
import { settledPlaces } from '../../file/settledPlaces.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { committeeOf, membersTowards } from '../session/committeeOf.ts';
import { openSessionOf } from '../session/openSessionOf.ts';
import { voteOn, votersOf } from '../session/voteOn.ts';
import { chairOn, concludeFile } from './concludeFile.ts';

const emptyRoom: Vote = { present: [], recused: [], for: 0, against: 0, abstained: 0, casting: null };

/**
 * Who chairs the file enters what the committee decided, as its votes in the open session say; sealed until it is announced. The
 * session is done with the file in the same commit: of two chairs at once, or of a vote that comes in meanwhile, one is `stale`.
 */
export async function decideApplication(
  deps: Deps,
  asker: Asker,
  input: {
    readonly applicationId: string;
    readonly revision: number;
    readonly outcome: DecisionOutcome;
    readonly reason: string;
    readonly conditions: readonly Condition[];
  },
): Promise<void> {
  const file = await frozenFile(deps, input.applicationId);
  const { application } = file;
  unchanged(application, input.revision);
  const { id } = application;
  const session = await openSessionOf(deps, id);
  const sitters = await membersTowards(deps, file, session?.context.attended);
  const outside = sitters.filter(({ part }) => part !== null);
  const conflicted = outside.filter(({ part }) => part === 'tie' || part === 'organisation');
  const ids = outside.map(({ person }) => person.id);
  const { outcome, reason, conditions } = input;
  const said = { at: deps.clock.now().toISOString(), actor: await actorOn(deps, asker, application) };
  const chair = chairOn(session, id, sitters);
  const vote = session ? voteOn(session.context, id, ids, chair) : emptyRoom;
  const members = (await committeeOf(deps)).map((person) => person.id);
  const voted = new Set(session ? votersOf(session.context, id) : []);
  const event = {
    ...said,
    type: 'decide',
    outcome,
    reason,
    // Who left the committee since the session began and did not vote is absent, so that the quorum shows it.
    vote: { ...vote, present: vote.present.filter((one) => members.includes(one) || voted.has(one)) },
    conflicted: conflicted.map(({ person }) => person.id),
    labelledOffers: labelledOffers(file).length,
    conditions,
    evidenceExpired: countDocuments(expiredProofs(settledPlaces(file) ?? [], oldestCounting(deps))),
    inSession: session !== null,
    chair,
  } as const;
  const decided = applyToApplication(
    application,
    event,
    { id: deps.ids.next(), data: { session: session?.id } },
    { decisionReason: reason },
  );
  const conclusion = { said, applicationId: id, result: 'decided' } as const;
  await deps.store.commit({
    changes: [decided, ...(session ? [concludeFile(deps, session, sitters, conclusion)] : [])],
  });
}
