import { dayOf } from '../../../register/day.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { Label } from '../../items/items.ts';
import type { Asker, Change, ChangeOf, Deps, Part } from '../../ports/ports.ts';
import { labelRow } from '../labelEntry.ts';
import { unconditionalStanding } from '../openedLabel.ts';
import { firstDue, isOpen } from './newCondition.ts';

/**
 * What a change of a condition means for its label: the first day by which one still has to be met, or with the last one the standing
 * without conditions. The label changes with each of them, so that of two at once the later one counts the earlier.
 */
export async function labelAfter(
  deps: Deps,
  { after, record }: ChangeOf<'conditions'>,
  { asker, reason }: { readonly asker: Asker; readonly reason: string },
): Promise<{ readonly changes: readonly Change[]; readonly parts: readonly Part[] }> {
  const { store } = deps;
  const label = requireVisible(await store.label(after.context.labelNumber));
  const others = (await store.conditionsOf(label.id)).filter(({ id }) => id !== after.id);
  const open = [...others, after].filter(isOpen);
  const due = firstDue(open.map(({ context }) => ({ due: dayOf(context.dueAt) })));
  const { conditionDue: _, ...kept } = label;
  const moved: Label = { ...kept, ...due };
  const { at, actor } = record;
  const { standing: now, standingDueAt } = label.context;
  // An officer may have made it depend on something else as well.
  if (open.length > 0 || now !== 'conditional' || standingDueAt !== null) {
    const line = { at, actor, facts: ['label.conditionsMoved'], data: due } as const;
    const note = noteOn(deps, 'labels', moved, line);
    return { changes: [note], parts: await labelRow(deps, moved, at) };
  }
  const file = await frozenFile(deps, after.context.applicationId);
  const eventMeta = await eventMetaOn(deps, asker, file.application);
  const standing = unconditionalStanding(file, label.context.since);
  // Nobody appeals against a condition that is no more.
  const event = {
    type: 'setStanding',
    ...eventMeta,
    standing,
    reason,
    dueAt: standingDueAt,
    appealBy: at,
  } as const;
  const change = applyToLabel(deps, moved, event);
  return { changes: [change], parts: await labelRow(deps, change.after, at) };
}
