import { answerCriterion } from '../../commands/application/selfAssessment/answerCriterion.ts';
import { addOffer } from '../../commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../commands/application/selfAssessment/setFacts.ts';
import { showScores } from '../../commands/application/selfAssessment/showScores.ts';
import { startApplication } from '../../commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { schemeOf } from '../../commands/common/schemeOf.ts';
import type { Application, Person } from '../../commands/items/items.ts';
import { enrolPerson } from '../../commands/people/accounts/enrolPerson.ts';
import { registerOrganisation } from '../../commands/people/organisations/registerOrganisation.ts';
import type { Answer } from '../../criteria/assessment.ts';
import { describedBy } from '../../criteria/offer.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { signer, specimenPeople } from '../../profile/specimenPeople.ts';
import { regionOf, regions } from '../../register/region.ts';
import { readSpecimen, type SpecimenAnswers } from '../demo/specimen.ts';
import type { LivingOrganisation } from './organisations.ts';
import type { Stage } from './stage.ts';

/** The draft of an organisation, begun where it is not yet: its owner, the organisation, the application. */
export async function begin(
  { deps }: Stage,
  key: string,
  organisation: LivingOrganisation,
): Promise<Application> {
  const { offers: _, ...place } = organisation;
  const owner = await ownerOf(deps, key, organisation.name);
  const known = owner.memberships[0]?.organisationId;
  const { founded } = readSpecimen().organisation;
  const input = {
    ...place,
    founded: String(founded),
    region: regionOf(place.postcode) ?? regions[0],
    identifier: '',
    acceptsLeman: true,
  } as const;
  const organisationId = known ?? (await registerOrganisation(deps, owner, input));
  const [file] = await deps.store.applicationsOf([organisationId]);
  if (file) return file;
  const member = requireVisible(await deps.store.person(owner.id));
  const id = await startApplication(deps, member, { organisationId });
  return requireVisible(await deps.store.application(id));
}

async function ownerOf(deps: Stage['deps'], key: string, organisation: string): Promise<Person> {
  const email = `${key}@specimen.example`;
  const known = await deps.store.personByEmail(email);
  return (
    known ??
    enrolPerson(deps, {
      email,
      name: `${specimenPeople.specimen}, ${organisation}`,
      language: bindingLanguage,
      roles: [],
    })
  );
}

/** Answers what is not answered yet: everything, or the share of it that a draft has come to. */
export async function fill(
  { deps }: Stage,
  owner: Person,
  { id }: Pick<Application, 'id'>,
  { offers }: LivingOrganisation,
  share = 1,
): Promise<void> {
  const specimen = readSpecimen();
  await setFacts(deps, owner, { applicationId: id, offerId: '', facts: specimen.facts });
  await answerAll({ deps }, owner, { id, offerId: '' }, specimen.answers, share);
  const copy = requireVisible(await deps.store.selfAssessment(id));
  for (const described of offers) {
    const known = copy.offersNamed.find(({ name }) => name === described.name);
    const offerId =
      known?.id ?? (await addOffer(deps, owner, { applicationId: id, ...describedBy(described) }));
    if (share < 1) continue;
    const like = requireVisible(specimen.offers.find(isLike(described)) ?? specimen.offers[0] ?? null);
    await setFacts(deps, owner, { applicationId: id, offerId, facts: like.facts });
    await answerAll({ deps }, owner, { id, offerId }, like.answers);
  }
}

/** What is done has figures of hours, what is made has figures of matter. */
const isLike =
  ({ type }: LivingOrganisation['offers'][number]) =>
  (one: LivingOrganisation['offers'][number]) =>
    (one.type === 'service') === (type === 'service');

async function answerAll(
  { deps }: Pick<Stage, 'deps'>,
  owner: Person,
  { id, offerId }: { readonly id: string; readonly offerId: string },
  given: SpecimenAnswers,
  share = 1,
): Promise<void> {
  const copy = requireVisible(await deps.store.selfAssessment(id));
  const part = offerId === '' ? copy : copy.offers.find((offer) => offer.offerId === offerId);
  const known = new Set(part?.answers.map(({ criterion }) => criterion));
  const answers = Object.entries(given).map(([criterion, answer]): Answer => {
    return {
      criterion,
      level: answer.level ?? null,
      na: answer.na ?? false,
      evidence: answer.evidence ?? '',
      comment: answer.comment ?? '',
    };
  });
  for (const answer of answers.slice(0, Math.ceil(answers.length * share))) {
    if (!known.has(answer.criterion))
      await answerCriterion(deps, owner, { applicationId: id, offerId, answer });
  }
}

/** Declares what an applicant declares, and sends the file. */
export async function submit({ deps }: Stage, owner: Person, { id, context }: Application): Promise<void> {
  const { exclusions } = schemeOf(deps, context.criteriaVersion).scheme;
  await showScores(deps, owner, { applicationId: id, showScores: true });
  await submitApplication(deps, owner, {
    applicationId: id,
    name: signer,
    rulesAccepted: true,
    exclusions: Object.fromEntries(exclusions.map((one) => [one.id, 'no' as const])),
  });
}
