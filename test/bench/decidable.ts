import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Application, Organisation, Snapshot } from '../../src/commands/items/items.ts';
import type { ApplicationEvent } from '../../src/workflow/events.ts';
import {
  advanceToEvaluation,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../support/applicationSteps.ts';
import { testService } from '../support/run/service.ts';

/** A file as it lies before its committee, and the decision that grants it. */
export interface Decidable {
  readonly application: Application;
  /** What its row in the lists of the desk is made of, beside it. */
  readonly organisation: Organisation;
  readonly snapshot: Snapshot;
  readonly event: Extract<ApplicationEvent, { type: 'decide' }>;
}

/** Carries the specimen to its committee by the product's own commands. */
export async function decidable(): Promise<Decidable> {
  const service = await testService('bench-decidable');
  const { deps } = service;
  const cast = await castOf(service);
  const { id, owner } = await filledDraft(deps, cast.owner);
  const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
  for (const [i, reviewer] of cast.reviewers.entries())
    await deliver(deps, reviewer, requireVisible(reviewIds[i] ?? null));
  const reason = 'Les critères sont remplis.';
  const { revision } = await currentApplication(deps, id);
  await recommendApplication(deps, cast.rapporteur, {
    applicationId: id,
    revision,
    draft: 'granted',
    reason,
  });
  const application = await currentApplication(deps, id);
  const { organisationId, snapshots } = application.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const snapshot = requireVisible(await deps.store.snapshot(id, snapshots));
  await service.stop();
  const [chair] = cast.committee;
  return {
    application,
    organisation,
    snapshot,
    event: {
      type: 'decide',
      at: '2026-11-24T09:00:00.000Z',
      actor: { id: chair.id, roles: ['chair', 'committee'] },
      outcome: 'granted',
      reason,
      vote: {
        present: cast.committee.map((p) => p.id),
        recused: [],
        for: 3,
        against: 0,
        abstained: 0,
        casting: null,
      },
      conflicted: [],
      labelledOffers: 1,
      conditions: [],
      evidenceExpired: 0,
      inSession: true,
      chair: chair.id,
    },
  };
}
