import { resumeApplication } from '../../../src/commands/application/renewal/startRenewal.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { fileAt, filesIn, ownerOf } from '../targets.ts';

/** Files under way at once: more would wait for reviewers for ever. */
const most = 2;
const hasRoom = (known: Known) =>
  known.all('applications').filter(({ state }) => !over.includes(state)).length < most;
const over = ['granted', 'closed', 'withdrawn', 'lapsed'];

/** Applicants: they begin, send, think better of it and begin anew. */
export const moves = [
  move({
    name: 'startApplication',
    targets: (known) => (hasRoom(known) ? [null] : []),
    act: async ({ deps, newcomer, undisturbed }) => {
      const owner = await newcomer();
      await undisturbed(() => filledDraft(deps, owner));
    },
  }),
  move({
    name: 'submitApplication',
    weight: 12,
    targets: filesIn('draft'),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      await submitApplication(deps, owner, { applicationId: file.id, ...declarations });
    },
  }),
  move({
    name: 'withdrawApplication',
    weight: 1 / 6,
    targets: filesIn(
      'draft',
      'screening',
      'informationRequested',
      'assignment',
      'evaluation',
      'recommendation',
      'deliberation',
    ),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      await withdrawApplication(deps, owner, fileAt(file));
    },
  }),
  move({
    name: 'resumeApplication',
    weight: 1 / 4,
    targets: filesIn('withdrawn', 'lapsed'),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      await resumeApplication(deps, owner, { applicationId: file.id });
    },
  }),
];
