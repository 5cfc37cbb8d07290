import {
  concludeWithdrawal,
  deferWithdrawal,
} from '../../../src/commands/committee/decision/concludeWithdrawal.ts';
import type { Label } from '../../../src/commands/items/items.ts';
import { proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { sanctionCodes } from '../../../src/register/sanction.ts';
import { type Draw, move, type Stage } from '../move.ts';
import { chairOf, isChaired, onTable, votedOn } from '../sittings.ts';
import { dayIn, heldLabels, labelAt, labelsIn, reason } from '../targets.ts';

async function propose({ at, staff }: Stage, label: Label, draw: Draw): Promise<void> {
  const [deps, officer] = await at('files', draw.one(staff.officers));
  await proposeWithdrawal(deps, officer, { ...labelAt(label), code: draw.one(sanctionCodes), reason });
}

/** Officers want a label withdrawn; whoever chairs its file in a session enters what the votes say, or puts it off. */
export const moves = [
  move({ name: 'proposeWithdrawal', weight: 1 / 6, targets: heldLabels, act: propose }),
  move({ name: 'proposeWithdrawalOverdue', targets: labelsIn('withdrawalPending'), act: propose }),
  move({
    name: 'concludeWithdrawal',
    weight: 28,
    targets: (known) => votedOn(known).filter(({ label }) => label !== undefined),
    act: async ({ at }, sitting, draw) => {
      const { label, count } = sitting;
      if (!label) return;
      const [deps, chair] = await at('committee', chairOf(sitting, draw));
      const carried = count('for') > count('against') ? 'withdrawn' : 'kept';
      const outcome = draw.once(8) ? draw.one(['withdrawn', 'kept'] as const) : carried;
      const until = outcome === 'kept' ? dayIn(deps, 20 + draw.whole(60)) : null;
      await concludeWithdrawal(deps, chair, { ...labelAt(label), outcome, reason, until });
    },
  }),
  move({
    name: 'deferWithdrawal',
    weight: 1 / 3,
    targets: (known) => onTable(known).filter((sitting) => sitting.label !== undefined && isChaired(sitting)),
    act: async ({ at }, sitting, draw) => {
      if (!sitting.label) return;
      const [deps, chair] = await at('committee', chairOf(sitting, draw));
      await deferWithdrawal(deps, chair, { ...labelAt(sitting.label), reason });
    },
  }),
];
