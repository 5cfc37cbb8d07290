import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import {
  acceptApplication,
  declareIneligible,
} from '../../../src/commands/application/screening/screenApplication.ts';
import { answerInformation } from '../../../src/commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../src/commands/application/selfAssessment/saveInformation.ts';
import { move } from '../move.ts';
import { fileAt, filesIn, ownerOf, reason } from '../targets.ts';

/** What comes before reviewers: an officer accepts, asks or turns away, an applicant answers or forgets. */
export const moves = [
  move({
    name: 'acceptApplication',
    weight: 10,
    targets: filesIn('screening'),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await acceptApplication(deps, officer, fileAt(file));
    },
  }),
  move({
    name: 'requestInformation',
    targets: filesIn('screening', 'recommendation'),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const items = Array.from({ length: 1 + draw.whole(2) }, () => ({ place: null, question: reason }));
      await requestInformation(deps, officer, { ...fileAt(file), items });
    },
  }),
  move({
    name: 'answerInformation',
    weight: 4,
    targets: filesIn('informationRequested'),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      const asked = file.information?.at(-1)?.items ?? [];
      const answers = asked.map(({ id }) => ({ id, answer: reason, wasShown: () => true }));
      await saveInformation(deps, owner, { applicationId: file.id, answers });
      await answerInformation(deps, owner, { applicationId: file.id });
    },
  }),
  move({
    name: 'declareIneligible',
    weight: 1 / 3,
    targets: filesIn('screening'),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await declareIneligible(deps, officer, { ...fileAt(file), reason });
    },
  }),
];
