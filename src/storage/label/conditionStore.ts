import type { Condition } from '../../commands/items/condition.ts';
import type { Label } from '../../commands/items/items.ts';
import type { Conditions } from '../../commands/ports/conditionPorts.ts';
import { after, oneOf, type Reader } from '../database/reader.ts';

const byDue = { 'context.dueAt': 1, _id: 1 } as const;

/** Conditions of labels, as the view of `one` and `many` shows them. */
export function conditionStore({ one, many }: Reader): Conditions {
  return {
    condition: (id) => one<Condition>('conditions', { _id: id }),
    conditionsOf: (labelNumber) => many<Condition>('conditions', { 'context.labelNumber': labelNumber }),
    conditionsOn: (applicationId) =>
      many<Condition>('conditions', { 'context.applicationId': applicationId }),
    conditionsIn: (states, limit) => many<Condition>('conditions', { state: oneOf(states) }, byDue, limit),
    conditionalLabels: (states, { limit, last = '' }) => {
      const filter = { 'context.standing': 'conditional', state: oneOf(states), _id: after(last) };
      return many<Label>('labels', filter, { _id: 1 }, limit);
    },
  };
}
