import { giveNotice, takeBackNotice } from '../../../src/commands/label/sanctions/notice.ts';
import {
  confirmNotice,
  dropNotice,
  objectToNotice,
  recordNotice,
} from '../../../src/commands/label/sanctions/recordedNotice.ts';
import { writtenNotice } from '../../support/samples/writtenNotice.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { dayIn, heldLabels, labelAt, ownerOf, reason } from '../targets.ts';

const recordedLabels = (known: Known) =>
  heldLabels(known).filter(({ context: { notice } }) => notice?.confirmed === false);

/** Holders give their label back on a day, and think better of it or not; officers record what others wrote, and confirm it or put it aside. */
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
    targets: (known) =>
      heldLabels(known).filter(({ context: { endsOn, notice } }) => endsOn !== null && notice === null),
    act: async ({ at, known }, label) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await takeBackNotice(deps, owner, labelAt(label));
    },
  }),
  move({
    name: 'recordNotice',
    weight: 1 / 20,
    targets: (known) =>
      heldLabels(known).filter(({ context: { endsOn, notice } }) => endsOn === null && notice === null),
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const noticeOn = dayIn(deps, draw.whole(30));
      await recordNotice(deps, officer, { ...labelAt(label), noticeOn, reason, file: writtenNotice });
    },
  }),
  move({
    name: 'confirmNotice',
    weight: 3,
    targets: recordedLabels,
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await confirmNotice(deps, officer, labelAt(label));
    },
  }),
  move({
    name: 'dropNotice',
    weight: 1,
    targets: recordedLabels,
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await dropNotice(deps, officer, { ...labelAt(label), reason });
    },
  }),
  move({
    name: 'objectToNotice',
    weight: 1 / 2,
    targets: (known) => heldLabels(known).filter(({ context }) => context.notice !== null),
    act: async ({ at, known }, label) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await objectToNotice(deps, owner, { ...labelAt(label), reason });
    },
  }),
];
