import { proposeSuspension, suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { move } from '../move.ts';
import { labelAt, labelsIn, reason } from '../targets.ts';

const grounds = { code: 'criteriaNotMet', reason, todo: 'Montrer que le critère est rempli.' } as const;

/** Officers suspend a label: after its holder was heard, or at once. */
export const moves = [
  move({
    name: 'proposeSuspension',
    targets: labelsIn('active', 'extended'),
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await proposeSuspension(deps, officer, { ...labelAt(label), ...grounds });
    },
  }),
  move({
    name: 'suspendLabel',
    weight: 2,
    targets: labelsIn('active', 'extended'),
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const until = addDays(dayOf(deps.clock.now().toISOString()), 10 + draw.whole(80));
      const urgent = label.context.hearing === null;
      await suspendLabel(deps, officer, { ...labelAt(label), ...grounds, until, urgent });
    },
  }),
];
