import { LabelError } from '../../../errors.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { addWorkingDays } from '../../../register/calendar.ts';
import { dayOf, endOfDay } from '../../../register/day.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { awaitsJudgement, isMajor, isOpen, isUnanswered } from './openFindings.ts';

/** The organisation sends its correction, once there is a proof for every major finding; the reviewers then check it. */
export async function submitCorrection(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId } = application.context;
  requireVisible(belongsTo(asker, organisationId) || null);
  unchanged(application, input.revision);
  const findings = await deps.store.findingsOf(application.id);
  const event = {
    type: 'submitCorrection',
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
    unansweredFindings: findings.filter(isMajor).filter(isUnanswered).length,
  } as const;
  await deps.store.commit({ changes: [applyToApplication(application, event, { id: deps.ids.next() })] });
}

interface Input {
  readonly applicationId: string;
  readonly revision: number;
  readonly reason: string;
}

/** A reviewer of the file finds it corrected: every major finding is closed, and the file goes to its rapporteur. */
export async function acceptCorrection(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { application, findings, said } = await verified(deps, asker, input);
  const openFindings = findings.filter(isOpen).length;
  const event = { type: 'acceptCorrection', ...said, openFindings } as const;
  await deps.store.commit({ changes: [applyToApplication(application, event, { id: deps.ids.next() })] });
}

/**
 * A reviewer of the file sends the correction back, for another round while there is one left; then the file goes to its
 * rapporteur with what is open. Each proof is judged before: `refused` as `proofsJudged` otherwise.
 */
export async function rejectCorrection(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { application, findings, said } = await verified(deps, asker, input);
  const { correctionDays } = schemeOf(deps, application.context.criteriaVersion).scheme.process;
  const dueAt = endOfDay(addWorkingDays(dayOf(said.at), correctionDays));
  const event = { type: 'rejectCorrection', ...said, dueAt } as const;
  const change = applyToApplication(application, event, { id: deps.ids.next() });
  if (findings.some(awaitsJudgement)) throw new LabelError('refused', { reasons: ['proofsJudged'] });
  await deps.store.commit({ changes: [change] });
}

/** The file with its major findings, for one of its reviewers; to anyone else there is no such file. */
async function verified(deps: Deps, asker: Asker, { applicationId, revision, reason }: Input) {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(application.context.reviewers.find(({ personId }) => personId === asker.id));
  unchanged(application, revision);
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  const findings = (await deps.store.findingsOf(application.id)).filter(isMajor);
  return { application, findings, said: { at, actor, reason } };
}
