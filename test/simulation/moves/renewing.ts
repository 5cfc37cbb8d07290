import { startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { isUnderWay } from '../../../src/commands/application/selfAssessment/openFiles.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { SelfAssessment } from '../../../src/commands/items/assessmentItems.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
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
      const then = requireVisible((await copyOf(deps, file.id)).earlier).assessment;
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
        if (isAnswered(await copyOf(deps, file.id), offerId)) continue;
        await setFacts(deps, owner, { applicationId: file.id, offerId, facts });
        await undisturbed(async () => {
          if (isAnswered(await copyOf(deps, file.id), offerId)) return;
          await insertAnswers(deps, owner, { ...place, offerId }, answers);
        });
      }
    },
  }),
];

async function copyOf({ store }: Deps, applicationId: string): Promise<SelfAssessment> {
  return requireVisible(await store.selfAssessment(applicationId));
}

/** Whether somebody answered it already: the organisation itself, or one of its offers. */
function isAnswered({ answers, offers }: SelfAssessment, offerId: string): boolean {
  return [{ offerId: '', answers }, ...offers].some(
    (one) => one.offerId === offerId && one.answers.length > 0,
  );
}
