import { startExtension } from '../../../src/commands/application/scope/startExtension.ts';
import { startReconsideration } from '../../../src/commands/application/scope/startReconsideration.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { addOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { insertAnswers } from '../../support/insertAnswers.ts';
import { doubt, doubted, newOffer } from '../../support/labelFileSteps.ts';
import { answersOf, specimen } from '../../support/samples/specimen.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { filesIn, labelsIn, ownerOf } from '../targets.ts';

const drafts = (kind: 'extension' | 'reconsideration') => (known: Known) =>
  filesIn('draft')(known).filter(({ context }) => context.kind === kind);

/** Holders add an offer to a label that holds; officers have some of its criteria looked at anew. */
export const moves = [
  move({
    name: 'startExtension',
    weight: 1 / 4,
    targets: labelsIn('active'),
    act: async ({ at, known }, label) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      await startExtension(deps, owner, { labelNumber: label.id });
    },
  }),
  move({
    name: 'answerExtension',
    weight: 16,
    targets: drafts('extension'),
    act: async ({ at, known, undisturbed }, { id: applicationId, context }) => {
      const [deps, owner] = await at('applications', ownerOf(known, { context }));
      const { offersNamed } = requireVisible(await deps.store.selfAssessment(applicationId));
      if (offersNamed.length > 0) return;
      const { facts, answers, ...described } = newOffer;
      const offerId = await addOffer(deps, owner, { applicationId, ...described });
      await setFacts(deps, owner, { applicationId, offerId, facts });
      const place = { applicationId, organisationId: context.organisationId, offerId };
      await undisturbed(() => insertAnswers(deps, owner, place, answersOf(answers)));
    },
  }),
  move({
    name: 'startReconsideration',
    weight: 1 / 5,
    targets: labelsIn('active', 'suspended'),
    act: async ({ at, staff }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await startReconsideration(deps, officer, { labelNumber: label.id, criteria: doubted, reason: doubt });
    },
  }),
  move({
    name: 'answerReconsideration',
    weight: 16,
    targets: drafts('reconsideration'),
    act: async ({ at, known }, { id: applicationId, context }) => {
      const [deps, owner] = await at('applications', ownerOf(known, { context }));
      const answers = answersOf(specimen.answers);
      for (const criterion of doubted) {
        const answer = requireVisible(answers.find((one) => one.criterion === criterion));
        await answerCriterion(deps, owner, { applicationId, offerId: '', answer });
      }
    },
  }),
];
