import { contestComplaint } from '../../../src/commands/complaint/contestComplaint.ts';
import { fileComplaint } from '../../../src/commands/complaint/fileComplaint.ts';
import { giveStatement } from '../../../src/commands/complaint/giveStatement.ts';
import {
  answerComplaint,
  askHolder,
  complaintOutcomes,
  noteOnComplaint,
  takeComplaint,
} from '../../../src/commands/complaint/handleComplaint.ts';
import { type Complaint, complaintKinds, complaintPlaces } from '../../../src/commands/items/complaint.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { labelsIn, ownerOf, reason } from '../targets.ts';

const complaintsIn =
  (...states: readonly Complaint['state'][]) =>
  (known: Known) =>
    known.all('complaints').filter(({ state }) => states.includes(state));
const complaintAt = ({ id, revision }: Complaint) => ({ complaintId: id, revision });
/** What opens every complaint of the simulation: nobody here guesses. */
const secret = '0000-0000-0000-0000';

/** Anyone complains of a label, with an address or without; an officer asks its holder, answers, and is contested. */
export const moves = [
  move({
    name: 'fileComplaint',
    targets: labelsIn('active', 'suspended', 'expired', 'withdrawn'),
    act: async ({ deps }, { id: number }, draw) => {
      const email = draw.once(2) ? '' : 'passante@specimen.example';
      await fileComplaint(deps, {
        ...{ language: 'fr', kind: draw.one(complaintKinds), number, place: draw.one(complaintPlaces) },
        ...{ text: reason, link: '', email, secret },
        ...{ photo: null, request: deps.ids.next() },
      });
    },
  }),
  move({
    name: 'takeComplaint',
    weight: 5,
    targets: complaintsIn('acknowledged', 'reopened'),
    act: async ({ at, staff }, complaint, draw) => {
      const [deps, officer] = await at('complaints', draw.one([...staff.mediators, ...staff.officers]));
      await takeComplaint(deps, officer, complaintAt(complaint));
    },
  }),
  move({
    name: 'takeOverComplaint',
    weight: 1 / 2,
    targets: complaintsIn('inquiry'),
    act: async ({ at, staff }, complaint, draw) => {
      const [deps, officer] = await at('complaints', draw.one(staff.mediators));
      await takeComplaint(deps, officer, complaintAt(complaint));
    },
  }),
  move({
    name: 'askHolder',
    weight: 3,
    targets: (known) => complaintsIn('inquiry')(known).filter(({ context }) => context.statement === null),
    act: async ({ at, staff }, complaint, draw) => {
      const [deps, officer] = await at('complaints', complaint.context.handler ?? draw.one(staff.officers));
      const handle = draw.once(3) ? noteOnComplaint : askHolder;
      await handle(deps, officer, { ...complaintAt(complaint), note: reason, question: reason });
    },
  }),
  move({
    name: 'giveStatement',
    weight: 4,
    targets: (known) =>
      complaintsIn('inquiry')(known).flatMap((complaint) => {
        const { organisationId, labelNumber, statement } = complaint.context;
        return statement?.given === false && organisationId !== null && labelNumber !== null
          ? [{ ...complaint, context: { organisationId, labelNumber } }]
          : [];
      }),
    act: async ({ at, known }, { id: complaintId, revision, context }) => {
      const [deps, owner] = await at('organisations', ownerOf(known, { context }));
      await giveStatement(deps, owner, { complaintId, revision, ...context, statement: reason });
    },
  }),
  move({
    name: 'answerComplaint',
    weight: 4,
    targets: complaintsIn('inquiry'),
    act: async ({ at, staff }, complaint, draw) => {
      const [deps, officer] = await at('complaints', complaint.context.handler ?? draw.one(staff.officers));
      const outcome = draw.one(complaintOutcomes);
      await answerComplaint(deps, officer, { ...complaintAt(complaint), outcome, reason, done: '' });
    },
  }),
  move({
    name: 'contestComplaint',
    targets: complaintsIn('answered', 'unfounded'),
    act: async ({ deps }, { id: number }) => {
      await contestComplaint(deps, { number, secret, grounds: reason, request: deps.ids.next() });
    },
  }),
];
