import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { planSession } from '../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { applicationVersion } from './appealSteps.ts';
import { advanceToEvaluation, type Cast, castOf, deliver, filledDraft } from './applicationSteps.ts';
import { type TestService, testService } from './run/service.ts';

/** Half past six in the evening in Geneva. */
export const plannedFor = '2026-12-03T17:30:00.000Z';

export interface PlannedSession {
  readonly service: TestService;
  readonly cast: Cast;
  /** Ids of the session and of the organisation whose file it is about. */
  readonly session: string;
  readonly organisationId: string;
}

/** Starts a service and plans a session of its committee on the specimen's file. */
export async function plannedSession(name: string): Promise<PlannedSession> {
  const service = await testService(name);
  const { deps } = service;
  const cast = await castOf(service);
  const { id, owner } = await filledDraft(deps, cast.owner);
  const reviews = await advanceToEvaluation(deps, cast, id, owner);
  for (const [i, review] of reviews.entries()) await deliver(deps, cast.reviewers[i as 0 | 1], review);
  const recommended = { draft: 'granted', reason: 'Tout est là.' } as const;
  await recommendApplication(deps, cast.rapporteur, {
    ...(await applicationVersion(deps, id)),
    ...recommended,
  });
  const session = await planSession(deps, cast.officer, { plannedFor, place: 'Ici', agenda: [id] });
  return { service, cast, session, organisationId: requireVisible(owner.memberships[0]).organisationId };
}
