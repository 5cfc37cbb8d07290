import { invalid } from '../../../errors.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { Condition as Agreed } from '../../../workflow/events.ts';
import type { EventMeta } from '../../common/actor.ts';
import { endOfAppeal } from '../../common/appealDay.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { requireReason } from '../../common/requireReason.ts';
import type { Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { labelRow } from '../labelEntry.ts';
import { type LabelInput, labelFile, withWord } from '../sanctions/sanction.ts';
import { firstDue, isOpen, newCondition } from './newCondition.ts';

interface Imposed extends LabelInput {
  readonly text: string;
  readonly dueOn: Day;
  readonly reason: string;
}

/** An officer makes a label depend on a condition, where surveillance shows that something is missing; its holder may appeal against it. */
export async function imposeCondition(deps: Deps, asker: Asker, input: Imposed): Promise<void> {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  const { text, dueOn: due } = input;
  const reason = requireReason(input.reason);
  if (due < dayOf(eventMeta.at)) throw invalid('dueOn', 'dayPast');
  const ruled = { conditions: [{ text, due }], reason, appealBy: endOfAppeal(deps, file, eventMeta.at) };
  const { changes, parts } = await makeConditional(deps, label, ruled, eventMeta);
  await deps.store.commit(changes, parts);
}

/** What a decision brings that makes a label depend on conditions: its standing, each condition, and its row of the register. */
export async function makeConditional(
  deps: Deps,
  label: Label,
  {
    conditions,
    ...because
  }: { readonly conditions: readonly Agreed[]; readonly reason: string; readonly appealBy: string },
  eventMeta: EventMeta,
) {
  const others = (await deps.store.conditionsOf(label.id)).filter(isOpen);
  const all = [...conditions, ...others.map(({ context }) => ({ due: dayOf(context.dueAt) }))];
  const standing = { standing: 'conditional', dueAt: null, ...because } as const;
  const moved = { ...label, ...firstDue(all) };
  const event = { type: 'setStanding', ...eventMeta, ...standing } as const;
  const change = applyToLabel(deps, moved, event, withWord(label, event, { text: because.reason }));
  const opened = conditions.map((one) => newCondition(deps, label, { ...one, ...eventMeta }));
  return { changes: [change, ...opened], parts: await labelRow(deps, change.after, eventMeta.at) };
}
