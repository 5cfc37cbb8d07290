import type { Condition, DecisionOutcome, Vote } from '../../workflow/events.ts';
import { actorTowards } from '../actor.ts';
import { unchanged } from '../found.ts';
import type { Person } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { takeOnApplication } from '../take.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { labelledOffers } from './labelledOffers.ts';

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
  const file = await frozenFile(deps, input.applicationId);
  const { application } = file;
  unchanged(application, input.revision);
  const { organisationId } = application.context;
  const members = await committee(deps);
  // Who is no member of the committee casts no vote: counted as absent, so that the quorum shows it.
  const present = input.vote.present.filter((id) => members.some((member) => member.id === id));
  const conflicts = await Promise.all(members.map((member) => hasConflict(deps, member, organisationId)));
  const conflicted = members.filter((_, i) => conflicts[i]);
  const { outcome, reason, conditions } = input;
  const event = {
    type: 'decide',
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, organisationId),
    outcome,
    reason,
    vote: { ...input.vote, present },
    conflicted: conflicted.map((member) => member.id),
    labelledOffers: labelledOffers(file).length,
    conditions,
    evidenceExpired: 0,
    inSession: true,
  } as const;
  await deps.store.commit({
    changes: [takeOnApplication(application, event, { id: deps.ids.next() }, { decisionReason: reason })],
  });
}

async function committee(deps: Deps): Promise<Person[]> {
  const [members, chairs] = await Promise.all([
    deps.store.peopleWith('committee'),
    deps.store.peopleWith('chair'),
  ]);
  return [...members, ...chairs];
}
