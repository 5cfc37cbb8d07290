import type { Condition } from '../../../src/commands/items/condition.ts';
import {
  confirmCondition,
  extendCondition,
  rejectCondition,
  submitConditionProof,
} from '../../../src/commands/label/conditions/followConditions.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { dayIn, ownerOf, reason } from '../targets.ts';

const conditionsIn =
  (...states: readonly Condition['state'][]) =>
  (known: Known) =>
    known.all('conditions').filter(({ state }) => states.includes(state));
const conditionAt = ({ id, revision }: Condition) => ({ conditionId: id, revision });

/** Holders prove that a condition is met, in time, late or never; officers judge it. */
export const moves = [
  move({
    name: 'submitConditionProof',
    weight: 3,
    targets: conditionsIn('open', 'unmet'),
    act: async ({ at, known }, condition) => {
      const [deps, owner] = await at('organisations', ownerOf(known, condition));
      await submitConditionProof(deps, owner, { ...conditionAt(condition), proof: reason, documents: [] });
    },
  }),
  move({
    name: 'judgeCondition',
    weight: 5,
    targets: conditionsIn('proofSubmitted'),
    act: async ({ at, staff }, condition, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      if (!draw.once(3)) return confirmCondition(deps, officer, { ...conditionAt(condition), reason });
      const dueOn = dayIn(deps, 10 + draw.whole(40));
      return rejectCondition(deps, officer, { ...conditionAt(condition), reason, dueOn });
    },
  }),
  move({
    name: 'extendCondition',
    targets: conditionsIn('open', 'unmet'),
    act: async ({ at, staff }, condition, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      // More time is a later day, also of one that is due in a year.
      const after = addDays(dayOf(condition.context.dueAt), 10);
      const dueOn = [dayIn(deps, 10 + draw.whole(60)), after].sort().at(-1) ?? after;
      await extendCondition(deps, officer, { ...conditionAt(condition), reason, dueOn });
    },
  }),
];
