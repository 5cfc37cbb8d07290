import type { Day } from '../../../register/day.ts';
import type { SanctionCode } from '../../../register/sanction.ts';
import { endOfAppeal } from '../../common/appealDay.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { requireReason } from '../../common/requireReason.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import {
  commitLabel,
  endOfChosenDay,
  endOfHearing,
  type LabelInput,
  labelFile,
  withWord,
} from './sanction.ts';

/** Why a label may not go on as it is, and what its holder has to do about it. */
interface Grounds extends LabelInput {
  readonly code: SanctionCode;
  readonly reason: string;
  readonly todo: string;
}

/** Proposes to suspend a label: its holder can be heard first, and the label holds meanwhile. */
export async function proposeSuspension(deps: Deps, asker: Asker, input: Grounds): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { code, todo } = input;
  const reason = requireReason(input.reason);
  const dueAt = endOfHearing(deps, eventMeta.at);
  const event = { type: 'proposeSuspension', ...eventMeta, code, reason, todo, dueAt } as const;
  const said = withWord(label, event, { text: reason, code, todo, until: dueAt });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}

/** Takes a label out of use until it is restored or withdrawn, publicly at once; `until` is the last day to put right the reason for it. */
export async function suspendLabel(
  deps: Deps,
  asker: Asker,
  input: Grounds & { readonly until: Day; readonly urgent: boolean },
): Promise<void> {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  const { at } = eventMeta;
  const { code, todo, urgent } = input;
  const reason = requireReason(input.reason);
  const dueAt = endOfChosenDay(input.until, at);
  const hearingUntil = urgent ? endOfHearing(deps, at) : null;
  const appealBy = endOfAppeal(deps, file, at);
  const ruled = { code, reason, todo, dueAt, urgent, hearingUntil, appealBy };
  const event = { type: 'suspend', ...eventMeta, ...ruled } as const;
  const said = withWord(label, event, { text: reason, code, todo, until: dueAt });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}

/** Ends the hearing of an urgent suspension, which stands: the holder reads why what they said does not lift it. */
export async function confirmSuspension(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly reason: string },
): Promise<void> {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  const reason = requireReason(input.reason);
  const appealBy = endOfAppeal(deps, file, eventMeta.at);
  const event = { type: 'confirmSuspension', ...eventMeta, reason, appealBy } as const;
  const said = withWord(label, event, { text: reason });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}

/** Gives up what was proposed, with the reason that the holder reads: the label goes on as it stands. */
export async function dropProposal(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly reason: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { reason } = input;
  const event = { type: 'dropProposal', ...eventMeta, reason } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text: reason })));
}

/** Proposes that the committee withdraws a label, once its holder was heard. */
export async function proposeWithdrawal(
  deps: Deps,
  asker: Asker,
  input: Omit<Grounds, 'todo'>,
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { code } = input;
  const reason = requireReason(input.reason);
  const dueAt = endOfHearing(deps, eventMeta.at);
  const event = { type: 'proposeWithdrawal', ...eventMeta, code, reason, dueAt } as const;
  const said = withWord(label, event, { text: reason, code, until: dueAt });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}
