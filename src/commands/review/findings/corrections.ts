import { refuseFor } from '../../../errors.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { type FileInput, ownApplication } from '../../common/fileInput.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { awaitsJudgement, isMajor, isOpen, isUnanswered } from './openFindings.ts';

/** The organisation sends its correction, once there is a proof for every major finding; the reviewers then check it. */
export async function submitCorrection(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const application = requireRevision(await ownApplication(deps, asker, input.applicationId), input.revision);
  const findings = (await deps.store.findingsOf(application.id)).filter(isMajor);
  const eventMeta = await eventMetaOn(deps, asker, application);
  const unansweredFindings = findings.filter(isUnanswered).length;
  const event = { type: 'submitCorrection', ...eventMeta, unansweredFindings } as const;
  await deps.store.commit([applyToApplication(deps, application, event)]);
}

/** A reviewer of the file finds it corrected: every major finding is closed, and the file goes to its rapporteur. */
export async function acceptCorrection(deps: Deps, asker: Asker, input: Verdict): Promise<void> {
  const { application, findings, verdict } = await verified(deps, asker, input);
  const openFindings = findings.filter(isOpen).length;
  const event = { type: 'acceptCorrection', ...verdict, openFindings } as const;
  await deps.store.commit([applyToApplication(deps, application, event)]);
}

/**
 * A reviewer of the file sends the correction back: for another round, or after the last one to its rapporteur with what is
 * open. `refused` as `proofsJudged` while a proof is not judged.
 */
export async function rejectCorrection(deps: Deps, asker: Asker, input: Verdict): Promise<void> {
  const { application, findings, verdict } = await verified(deps, asker, input);
  const { correctionDays } = schemeOf(deps, application.context.criteriaVersion).scheme.process;
  const dueAt = dueAfter(verdict.at, correctionDays);
  const change = applyToApplication(deps, application, { type: 'rejectCorrection', ...verdict, dueAt });
  refuseFor({ proofsJudged: findings.some(awaitsJudgement) });
  await deps.store.commit([change]);
}

type Verdict = FileInput & { readonly reason: string };

/** The file with its major findings, for one of its reviewers; to anyone else there is no such file. */
async function verified(deps: Deps, asker: Asker, { applicationId, revision, reason }: Verdict) {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(application.context.reviewers.some(({ personId }) => personId === asker.id));
  requireRevision(application, revision);
  const findings = (await deps.store.findingsOf(application.id)).filter(isMajor);
  return { application, findings, verdict: { ...(await eventMetaOn(deps, asker, application)), reason } };
}
