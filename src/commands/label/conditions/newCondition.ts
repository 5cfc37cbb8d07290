import { type Day, endOfDay } from '../../../register/day.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { Condition as Agreed } from '../../../workflow/events.ts';
import type { StoredCondition } from '../../../workflow/stored.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import type { EventMeta } from '../../common/actor.ts';
import { addItem } from '../../common/noteOn.ts';
import type { Condition } from '../../items/condition.ts';
import type { Label } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/** A condition to be followed from now on; `from` is the day until which it has time, where that is later than was agreed. */
interface Opening extends Agreed, EventMeta {
  readonly dueOn?: Day;
}

/** One condition of a label as a new item, for the commit that makes the label depend on it. */
export function newCondition(
  deps: Pick<Deps, 'ids'>,
  { context }: Pick<Label, 'context'>,
  { text, due, dueOn = due, at, actor }: Opening,
): Change {
  const id = deps.ids.next();
  const { number: labelNumber, applicationId, organisationId } = context;
  const stored: StoredCondition = {
    machineVersion: currentVersion.condition,
    state: 'open',
    context: { conditionId: id, applicationId, organisationId, labelNumber, dueAt: endOfDay(dueOn) },
  };
  const after = { id, ...stored, text, agreedFor: due, openedAt: at, words: [] };
  const data = { stored, text: digestOf({ text }) };
  return addItem(deps, 'conditions', after, { at, actor, facts: ['condition.opened'], data });
}

/** Whether something is still to be done about a condition, by anyone. */
export function isOpen({ state }: Pick<Condition, 'state'>): boolean {
  return state !== 'met' && state !== 'dropped';
}

/** The first day by which one of some conditions has to be met, as a label keeps it. */
export function firstDue(conditions: readonly { readonly due: Day }[]): Pick<Label, 'conditionDue'> {
  const [conditionDue] = conditions.map(({ due }) => due).sort();
  return conditionDue === undefined ? {} : { conditionDue };
}
