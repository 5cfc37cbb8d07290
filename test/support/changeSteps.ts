import { startSuccession } from '../../src/commands/application/renewal/startSuccession.ts';
import { setFacts } from '../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { assessChange } from '../../src/commands/desk/assessChange.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { notifyChange } from '../../src/commands/label/changes/notifyChange.ts';
import type { Cast } from './applicationSteps.ts';
import { insertAnswers } from './insertAnswers.ts';
import type { IssuedLabel } from './issueLabel.ts';
import type { TestService } from './run/service.ts';
import { answersOf, specimen } from './samples/specimen.ts';

/** What a change was, and why it is assessed as it is. */
export const changeText = 'La coopérative fusionne avec une autre en mars : spécimen.';
const reason = 'Tout le dossier est touché, il faut une nouvelle demande : spécimen.';

type Assessment = Parameters<typeof assessChange>[2];
type Told = Pick<Parameters<typeof notifyChange>[2], 'things'>;

/** A change that the holder tells of. Gives its id. */
export function notifiedBy(
  { deps }: TestService,
  { number, owner }: IssuedLabel,
  { things = ['merger'] }: Partial<Told> = {},
  by: Person = owner,
): Promise<string> {
  return notifyChange(deps, by, { number, things, on: '2026-11-01', text: changeText });
}

/** An officer's assessment of a change; asks for a new application by default. */
export async function assessed(
  service: TestService,
  { officer }: Pick<Cast, 'officer'>,
  changeId: string,
  more: Partial<Assessment> = {},
): Promise<void> {
  const { deps } = service;
  const { revision } = requireVisible(await deps.store.change(changeId));
  const usual = { effect: 'application', until: '2027-02-28', criteria: [], successor: '', reason } as const;
  await assessChange(deps, officer, { changeId, revision, ...usual, ...more });
  await service.work();
}

/** The application that a change asks for, with everything answered. Gives its number. */
export async function filledSuccession(service: TestService, by: Person, changeId: string): Promise<string> {
  const organisationId = requireVisible(by.memberships[0]).organisationId;
  const id = await startSuccession(service.deps, by, { organisationId, changeId });
  await fillSuccession(service, by, id);
  return id;
}

/** Answers everything in such an application, with the specimen's figures. */
export async function fillSuccession({ deps }: TestService, by: Person, id: string): Promise<void> {
  const organisationId = requireVisible(by.memberships[0]).organisationId;
  const place = { applicationId: id, organisationId, offerId: '' };
  await setFacts(deps, by, { applicationId: id, offerId: '', facts: specimen.facts });
  await insertAnswers(deps, by, place, answersOf(specimen.answers));
  const { offersNamed } = requireVisible(await deps.store.selfAssessment(id));
  for (const { id: offerId, name } of offersNamed) {
    const { facts, answers } = requireVisible(specimen.offers.find((offer) => offer.name === name));
    await setFacts(deps, by, { applicationId: id, offerId, facts });
    await insertAnswers(deps, by, { ...place, offerId }, answersOf(answers));
  }
}
