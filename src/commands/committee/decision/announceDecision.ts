import { isConfirmable, isExtendable } from '../../../policies/labelScope.ts';
import { addWorkingDays, nextWorkingDay } from '../../../register/calendar.ts';
import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import { eventMetaOn, systemActor } from '../../common/actor.ts';
import { endOfAppeal } from '../../common/appealDay.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { letterData } from '../../file/announcedDecisions.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import { revisionAsked } from '../../label/askRevision.ts';
import { makeConditional } from '../../label/conditions/imposeCondition.ts';
import { scopeAsk } from '../../label/extendLabel.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { carryOver } from '../../review/findings/followFindings.ts';
import { precedentOf } from '../precedents/precedentOf.ts';
import { hasApprovedMinutes } from '../session/minutesOf.ts';

/** Opens the sealed decision to the applicant; the time to sign, or to appeal, starts. */
export async function announceDecision(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const { file, findings, announced, at } = await announcement(deps, asker, input);
  const precedent = await precedentOf(deps, file, findings, at);
  const onLabel =
    announced.after.state === 'granted'
      ? await grantedOn(deps, { ...file, application: { ...file.application, ...announced.after } }, at)
      : null;
  await deps.store.commit(
    [announced, ...(onLabel?.changes ?? [])],
    [{ kind: 'precedents', rows: [precedent] }, ...(onLabel?.parts ?? [])],
  );
}

/** What an announcement changes in the file, and what it is made of; refused where the decision cannot be announced, or not by this person. */
export async function announcement(deps: Deps, asker: Asker, input: FileInput) {
  const file = await frozenFile(deps, input.applicationId);
  const application = requireRevision(file.application, input.revision);
  const { process } = file.published.scheme;
  const eventMeta = await eventMetaOn(deps, asker, application);
  const today = dayOf(eventMeta.at);
  const due =
    application.context.outcome === 'refused'
      ? nextWorkingDay(addDays(today, process.appealDays))
      : addWorkingDays(today, process.agreementDays);
  const event = {
    type: 'announce',
    ...eventMeta,
    minutesApproved: await hasApprovedMinutes(deps, application.id),
    dueAt: endOfDay(due),
  } as const;
  const findings = await deps.store.findingsOf(application.id);
  const data = { letter: letterData(file, findings) };
  const announced = applyToApplication(deps, application, event, {}, data);
  return { file, findings, announced, at: eventMeta.at };
}

/**
 * What a grant changes on the label that is there, by the service itself because it was decided: its findings are the label's, the
 * offers of an extension come to it, those that a reconsideration found wanting go, and its conditions are followed until each is met.
 */
async function grantedOn(deps: Deps, file: FrozenFile, at: string) {
  const { application } = file;
  const { id, context } = application;
  const label = requireVisible(await deps.store.label(context.scope?.label ?? ''));
  const findings = await carryOver(deps, { applicationId: id, labelNumber: label.id, at });
  const eventMeta = { at, actor: systemActor };
  const ask = scopeAsk(file, label);
  const { conditions } = context;
  if (conditions.length === 0 || !isConfirmable(label)) {
    // Suspended, the label gets it once it holds again.
    const asked = ask && isExtendable(label) ? [revisionAsked(deps, label, ask, eventMeta)] : [];
    return { changes: [...findings, ...asked], parts: [] };
  }
  const { decisionReason: reason } = application;
  const ruled = { conditions, reason, appealBy: endOfAppeal(deps, application, at) };
  const { changes, parts } = await makeConditional(deps, label, ruled, eventMeta);
  return { changes: [...findings, ...changes], parts };
}
