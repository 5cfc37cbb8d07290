import { requireVisible } from '../../commands/common/requireVisible.ts';
import { enrolPerson } from '../../commands/people/accounts/enrolPerson.ts';
import { registerOrganisation } from '../../commands/people/organisations/registerOrganisation.ts';
import { declareTie } from '../../commands/review/ties/declareTie.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { specimenPeople } from '../../profile/specimenPeople.ts';
import { regionOf, regions } from '../../register/region.ts';
import { type LivingOrganisation, said } from './organisations.ts';
import type { Stage } from './stage.ts';

const { specimen, names } = specimenPeople;

/** Somebody else of an organisation registers it once more: two registrations to be joined. */
export async function registerAgain(
  { deps }: Stage,
  { offers: _, name, ...place }: LivingOrganisation,
): Promise<void> {
  const email = 'draft-again@specimen.example';
  const enrolled = {
    email,
    name: `${specimen}, ${names.colleague}`,
    language: bindingLanguage,
    roles: [],
  } as const;
  const colleague = (await deps.store.personByEmail(email)) ?? (await enrolPerson(deps, enrolled));
  if (colleague.memberships.length > 0) return;
  const again = {
    ...place,
    name: name.toLocaleUpperCase(bindingLanguage),
    founded: '2019',
    region: regionOf(place.postcode) ?? regions[0],
  } as const;
  await registerOrganisation(deps, colleague, { ...again, identifier: '', acceptsLeman: false });
}

/** Someone of the committee says that they belong to an organisation that holds a label. */
export async function declareMembership(stage: Stage, owner: string): Promise<void> {
  const { deps } = stage;
  const person = await stage.person('member-7');
  const { memberships } = await stage.person(owner);
  const { organisationId } = requireVisible(memberships[0] ?? null);
  await declareTie(deps, person, {
    personId: person.id,
    organisationId,
    kind: 'member',
    share: null,
    since: '2021-03-01',
    note: said.tie,
  });
}
