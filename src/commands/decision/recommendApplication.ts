import type { DecisionOutcome } from '../../workflow/events.ts';
import { actorTowards } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { takeOnApplication } from '../take.ts';

/** A rapporteur who took no part in the scoring checks it and drafts the decision (ISO/IEC 17065, 7.5). */
export async function recommendApplication(
  deps: Deps,
  asker: Asker,
  input: {
    readonly applicationId: string;
    readonly revision: number;
    readonly draft: DecisionOutcome;
    readonly reason: string;
  },
): Promise<void> {
  const application = found(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const { draft, reason } = input;
  const event = {
    type: 'recommend',
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, application.context.organisationId),
    ungradedFindings: 0,
    visitMissing: false,
    draft,
    reason,
  } as const;
  const recommendation = { draft, reason };
  await deps.store.commit({
    changes: [takeOnApplication(application, event, { id: deps.ids.next() }, { recommendation })],
  });
}
