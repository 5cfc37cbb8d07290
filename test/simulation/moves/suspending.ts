import { answerHearing } from '../../../src/commands/label/sanctions/hearing.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  suspendLabel,
} from '../../../src/commands/label/sanctions/suspension.ts';
import { sanctionCodes } from '../../../src/register/sanction.ts';
import type { Known } from '../known.ts';
import { type Draw, move } from '../move.ts';
import { dayIn, heldLabels, labelAt, labelsIn, ownerOf, reason } from '../targets.ts';

const holding = labelsIn('active', 'extended');
/** Labels on which the holder may say something, about the one thing or the other. */
const heard = (known: Known) => heldLabels(known).filter(({ context }) => context.hearing !== null);
/** Of those, what somebody wants suspended, or suspended at once. */
const aboutSuspension = ({ context }: ReturnType<typeof heard>[number]) =>
  context.hearing?.about === 'suspension';

const groundsOf = (draw: Draw) => ({
  code: draw.one(sanctionCodes),
  reason,
  todo: 'Montrer que le critère est rempli.',
});

/** Officers want a label suspended and hear its holder, or suspend it at once and hear them after; holders answer, or do not. */
export const moves = [
  move({
    name: 'proposeSuspension',
    weight: 1 / 2,
    targets: holding,
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await proposeSuspension(deps, officer, { ...labelAt(label), ...groundsOf(draw) });
    },
  }),
  move({
    name: 'answerHearing',
    weight: 5,
    targets: (known) => heard(known).filter(({ context }) => context.hearing?.answered === false),
    act: async ({ at, known }, label) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await answerHearing(deps, owner, { ...labelAt(label), text: reason });
    },
  }),
  move({
    name: 'dropProposal',
    weight: 2,
    targets: heard,
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await dropProposal(deps, officer, { ...labelAt(label), reason });
    },
  }),
  move({
    name: 'suspendLabel',
    weight: 4,
    targets: (known) => holding(known).filter(aboutSuspension),
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const until = dayIn(deps, 10 + draw.whole(80));
      await suspendLabel(deps, officer, { ...labelAt(label), ...groundsOf(draw), until, urgent: false });
    },
  }),
  move({
    name: 'suspendAtOnce',
    weight: 1 / 4,
    targets: holding,
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const until = dayIn(deps, 10 + draw.whole(80));
      await suspendLabel(deps, officer, { ...labelAt(label), ...groundsOf(draw), until, urgent: true });
    },
  }),
  move({
    name: 'confirmSuspension',
    weight: 3,
    targets: (known) => labelsIn('suspended')(known).filter(aboutSuspension),
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await confirmSuspension(deps, officer, { ...labelAt(label), reason });
    },
  }),
];
