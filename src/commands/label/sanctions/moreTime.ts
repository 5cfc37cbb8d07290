import { invalid } from '../../../errors.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { commitLabel, endOfChosenDay, type LabelInput, labelFile, withWord } from './sanction.ts';

interface MoreTime extends LabelInput {
  readonly dueOn: Day;
  readonly reason: string;
}

/** An officer gives a holder more time to answer what is proposed, or an urgent suspension. */
export async function extendHearing(deps: Deps, asker: Asker, input: MoreTime): Promise<void> {
  await giveTime(deps, asker, 'extendHearing', input);
}

/** An officer gives the holder of a suspended label more time to put right what it is suspended for. */
export async function extendRepair(deps: Deps, asker: Asker, input: MoreTime): Promise<void> {
  await giveTime(deps, asker, 'extendRepair', input);
}

async function giveTime(
  deps: Deps,
  asker: Asker,
  type: 'extendHearing' | 'extendRepair',
  input: MoreTime,
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { reason, dueOn } = input;
  const dueAt = endOfChosenDay(dueOn, eventMeta.at, 'dueOn');
  const event = { type, ...eventMeta, reason, dueAt } as const;
  await commitLabel(
    deps,
    applyToLabel(deps, label, event, withWord(label, event, { text: reason, until: dueAt })),
  );
}

/** An officer writes down what a holder said by telephone; the holder reads it, and their days stay as they are. */
export async function recordCall(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly on: Day; readonly text: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { on, text } = input;
  if (on > dayOf(eventMeta.at)) throw invalid('calledOn', 'callToCome');
  const event = { type: 'recordCall', ...eventMeta, on, text } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text, on })));
}
