import { giveNotice, takeBackNotice, terminateLabel } from '../../../src/commands/label/sanctions/notice.ts';
import { move } from '../move.ts';
import { dayIn, heldLabels, labelAt, ownerOf, reason } from '../targets.ts';

/** Holders give their label back on a day, and think better of it or not; officers end it for those who write a letter. */
export const moves = [
  move({
    name: 'giveNotice',
    weight: 1 / 8,
    targets: (known) => heldLabels(known).filter(({ context }) => context.endsOn === null),
    act: async ({ at, known }, label, draw) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await giveNotice(deps, owner, { ...labelAt(label), on: dayIn(deps, draw.whole(90)), reason });
    },
  }),
  move({
    name: 'takeBackNotice',
    weight: 2,
    targets: (known) => heldLabels(known).filter(({ context }) => context.endsOn !== null),
    act: async ({ at, known }, label) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await takeBackNotice(deps, owner, labelAt(label));
    },
  }),
  move({
    name: 'terminateLabel',
    weight: 1 / 40,
    targets: heldLabels,
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await terminateLabel(deps, officer, { ...labelAt(label), reason });
    },
  }),
];
