import { fileComplaint } from '../../../src/commands/complaint/fileComplaint.ts';
import { complaintKinds, complaintPlaces } from '../../../src/commands/items/complaint.ts';
import { move } from '../move.ts';
import { labelsIn, reason } from '../targets.ts';

/** Anyone complains of a label, with an address or without. */
export const moves = [
  move({
    name: 'fileComplaint',
    targets: labelsIn('active', 'suspended', 'expired', 'withdrawn'),
    act: async ({ deps }, { id: number }, draw) => {
      const email = draw.once(2) ? '' : 'passante@specimen.example';
      await fileComplaint(deps, {
        ...{ language: 'fr', kind: draw.one(complaintKinds), number, place: draw.one(complaintPlaces) },
        ...{ text: reason, link: '', email },
        ...{ photo: null, request: deps.ids.next() },
      });
    },
  }),
];
