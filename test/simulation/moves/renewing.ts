import { startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { isUnderWay } from '../../../src/commands/application/selfAssessment/openFiles.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { addDays } from '../../../src/register/day.ts';
import { insertAnswers } from '../../support/insertAnswers.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { filesIn, labelsIn, ownerOf } from '../targets.ts';

/** Within so many days of its end holders think of a label's renewal, a little too early. */
const windowDays = 182;

function isApplying(known: Known, organisationId: string): boolean {
  const own = known.all('applications').filter(({ context }) => context.organisationId === organisationId);
  return own.some((file) => file.state === 'draft' || isUnderWay(file));
}

/** A holder renews in the window, or forgets; says that everything is as it was. */
export const moves = [
  move({
    name: 'startRenewal',
    weight: 6,
    targets: (known) =>
      labelsIn(
        'active',
        'extended',
        'suspended',
      )(known).filter(
        ({ context }) =>
          addDays(context.until, -windowDays) <= known.today() && !isApplying(known, context.organisationId),
      ),
    act: async ({ at, known }, label) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await startRenewal(deps, owner, { labelNumber: label.id });
    },
  }),
  move({
    name: 'answerRenewal',
    weight: 16,
    targets: (known) => filesIn('draft')(known).filter(({ context }) => context.kind === 'renewal'),
    act: async ({ at, known, undisturbed }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      const copy = requireVisible(await deps.store.selfAssessment(file.id));
      const then = requireVisible(copy.earlier).assessment;
      if (copy.answers.length > 0) return;
      // "Not applicable" can be said of it at a first label only.
      const sponsoring = { criterion: 'COO-04', level: 1, na: false, evidence: '', comment: '' } as const;
      const places = [
        {
          offerId: '',
          facts: then.facts,
          answers: [...then.answers.filter(({ criterion }) => criterion !== 'COO-04'), sponsoring],
        },
        ...then.offers,
      ];
      const place = { applicationId: file.id, organisationId: file.context.organisationId };
      for (const { offerId, facts, answers } of places) {
        await setFacts(deps, owner, { applicationId: file.id, offerId, facts });
        await undisturbed(() => insertAnswers(deps, owner, { ...place, offerId }, answers));
      }
    },
  }),
];
