import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { addOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { registerOrganisation } from '../../../src/commands/people/organisations/registerOrganisation.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import type { Facts } from '../../../src/criteria/assessment.ts';
import { factsOfScope } from '../../../src/criteria/figures.ts';
import { realScheme } from './realScheme.ts';
import { answersOf, specimen } from './specimen.ts';

/** Figures of the specimen organisation by the first version of the criteria. */
export const firstFacts: Facts = Object.fromEntries(
  Object.entries({
    ...specimen.facts,
    F05: 980_000,
    F07: 0,
    F09: 600,
    F11: 4300,
    F15: 38_000,
    F16: 38_000,
  }).filter(([id]) =>
    factsOfScope(realScheme('1.0.0').scheme, 'organisation').some((rule) => rule.id === id),
  ),
);

/** A complete draft that was begun when 1.0.0 took new applications. */
export async function firstDraft(deps: Deps, owner: Person): Promise<{ id: string; owner: Person }> {
  const then = { ...deps, schemes: new Map([['1.0.0', realScheme('1.0.0')]]) };
  const organisationId = await registerOrganisation(deps, owner, specimen.organisation);
  const member = requireVisible(await deps.store.person(owner.id));
  const applicationId = await startApplication(then, member, { organisationId });
  await setFacts(deps, member, { applicationId, offerId: '', facts: firstFacts });
  const known = new Set(realScheme('1.0.0').scheme.criteria.map(({ id }) => id));
  const say = async (offerId: string, answers: ReturnType<typeof answersOf>) => {
    for (const answer of answers.filter(({ criterion }) => known.has(criterion))) {
      await answerCriterion(deps, member, { applicationId, offerId, answer });
    }
  };
  await say('', answersOf(specimen.answers));
  for (const { facts, answers, ...described } of specimen.offers) {
    const offerId = await addOffer(deps, member, { applicationId, ...described });
    await setFacts(deps, member, { applicationId, offerId, facts });
    await say(offerId, answersOf(answers));
  }
  return { id: applicationId, owner: member };
}
