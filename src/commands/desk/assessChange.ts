import { invalid, LabelError, refuseFor } from '../../errors.ts';
import { isConfirmable } from '../../policies/labelScope.ts';
import { isRenewable } from '../../policies/renewalWindow.ts';
import { isOfficer } from '../../policies/who.ts';
import { type Day, endOfDay } from '../../register/day.ts';
import { type ChangeEffect, changeEffects } from '../../workflow/changeEvents.ts';
import { startReconsideration } from '../application/scope/startReconsideration.ts';
import { applyToChange } from '../common/applyEvent.ts';
import { requireReason } from '../common/requireReason.ts';
import { type ItemInput, requireRevision, requireVisible } from '../common/requireVisible.ts';
import { labelActor } from '../label/changeLabel.ts';
import { certificateAsked, changeShownOn, registerUpdated } from '../label/changes/holderToday.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type NamedSuccessor, successorOf } from './namedSuccessor.ts';

export { changeEffects };

type ChangeInput = ItemInput<'changeId'> & { readonly reason: string };

interface Assessment extends NamedSuccessor {
  readonly effect: ChangeEffect;
  /** Until when the application must be sent, where one must. */
  readonly until: Day | null;
  /** Ids of the criteria to evaluate anew. */
  readonly criteria: readonly string[];
}

/** A notice with its label and who acts on it: an officer. */
async function changeToAssess(deps: Deps, asker: Asker, { changeId, revision }: ItemInput<'changeId'>) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const change = requireRevision(requireVisible(await deps.store.change(changeId)), revision);
  const label = requireVisible(await deps.store.label(change.context.labelNumber));
  const eventMeta = { at: deps.clock.now().toISOString(), actor: await labelActor(deps, asker, label) };
  return { change, label, eventMeta };
}

/** An officer says what a change means for the label, with reasons (ISO/IEC 17065, 7.10.3). */
export async function assessChange(deps: Deps, asker: Asker, input: ChangeInput & Assessment): Promise<void> {
  const { change, label, eventMeta } = await changeToAssess(deps, asker, input);
  const { effect, criteria, until } = input;
  const reason = requireReason(input.reason);
  refuseFor({ labelEnded: !isConfirmable(label) });
  refuseFor({ certificateWaits: effect === 'certificate' && !isRenewable(label) });
  if (effect === 'evaluation' && criteria.length === 0) throw invalid('criteria', 'required');
  if (effect === 'application' && until === null) throw invalid('until', 'required');
  const shownOn = await changeShownOn(deps, label);
  refuseFor({
    certificateSame: effect === 'certificate' && shownOn !== 'certificate',
    certificateTouched: effect === 'register' && shownOn === 'certificate',
    registerSame: effect === 'register' && shownOn === null,
  });
  const successorId =
    effect === 'application' ? await successorOf(deps, label.context.organisationId, input) : null;
  const dueAt = effect === 'application' && until ? endOfDay(until) : null;
  const event = { type: 'assess', ...eventMeta, effect, reason, dueAt } as const;
  const words = [...change.words, { step: 'assess', text: reason, at: eventMeta.at } as const];
  const assessed = (followedBy: string | null) =>
    applyToChange(deps, change, event, { words, successorId, criteria, followedBy });
  if (effect === 'evaluation') {
    const asked = { labelNumber: label.id, criteria, reason };
    await startReconsideration(deps, asker, asked, (number) => [assessed(number)]);
    return;
  }
  const certificate = effect === 'certificate' ? [await certificateAsked(deps, label, eventMeta)] : [];
  const register = effect === 'register' ? [await registerUpdated(deps, label, eventMeta)] : [];
  await deps.store.commit(
    [assessed(null), ...certificate, ...register.map(({ change }) => change)],
    register.map(({ part }) => part),
  );
}

/** An officer closes a notice whose consequences are there. */
export async function concludeChange(deps: Deps, asker: Asker, input: ChangeInput): Promise<void> {
  const { change, eventMeta } = await changeToAssess(deps, asker, input);
  const reason = requireReason(input.reason);
  const words = [...change.words, { step: 'conclude', text: reason, at: eventMeta.at } as const];
  await deps.store.commit([
    applyToChange(deps, change, { type: 'conclude', ...eventMeta, reason }, { words }),
  ]);
}
