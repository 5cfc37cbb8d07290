import type { Condition, DecisionOutcome, Vote } from '../workflow/events.ts';
import { actorTowards } from './actor.ts';
import { found, unchanged } from './found.ts';
import type { Asker, Deps } from './ports.ts';
import { takeOnApplication } from './take.ts';

/** The chair enters what the committee decided, with its votes; sealed until it is announced. */
export async function decideApplication(
  deps: Deps,
  asker: Asker,
  input: {
    readonly applicationId: string;
    readonly revision: number;
    readonly outcome: DecisionOutcome;
    readonly reason: string;
    readonly vote: Vote;
    readonly conditions: readonly Condition[];
  },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const members = await committeeIds(deps);
  // Who is no member of the committee casts no vote: counted as absent, so that the quorum shows it.
  const vote = { ...input.vote, present: input.vote.present.filter((id) => members.has(id)) };
  const { outcome, reason, conditions } = input;
  const event = {
    type: 'decide',
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, application.context.organisationId),
    outcome,
    reason,
    vote,
    conditions,
    evidenceExpired: 0,
  } as const;
  await deps.store.commit({
    changes: [takeOnApplication(application, event, { id: deps.ids.next() }, { decisionReason: reason })],
  });
}

async function committeeIds(deps: Deps): Promise<ReadonlySet<string>> {
  const [members, chairs] = await Promise.all([
    deps.store.peopleWith('committee'),
    deps.store.peopleWith('chair'),
  ]);
  return new Set([...members, ...chairs].map((person) => person.id));
}
