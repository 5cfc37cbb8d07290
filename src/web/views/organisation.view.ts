import type { Organisation, Person } from '../../commands/items/items.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { OrganisationPage } from '../../commands/people/views/viewOrganisation.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { standingOf } from '../../policies/invitation.ts';
import { mayEdit, membershipRoles, roleIn, speaksFor } from '../../policies/organisation.ts';
import { dayOf } from '../../register/day.ts';
import { legalForms } from '../../register/legalForm.ts';
import { organisationFields } from '../../register/organisation.ts';
import { regions } from '../../register/region.ts';
import { sectors } from '../../register/sector.ts';
import { validityToday } from '../../register/validity.ts';
import { organisationFacts } from './fileOrganisation.view.ts';
import { personName } from './staffWords.view.ts';
import { statusView } from './status.view.ts';
import { typedWebsite } from './website.view.ts';

export type OrganisationView = ReturnType<typeof organisationView>;

/** Address of an organisation's page. */
export function organisationHref({ language }: Translator, id: string): string {
  return `/${language}/organisations/${id}`;
}

/** Address of the page on which the holder of a label finds its kit. */
export function labelKitHref(words: Translator, organisationId: string, number: string): string {
  return `${organisationHref(words, organisationId)}/labels/${number}`;
}

/** An organisation as its people see it, and what each of them may do there. */
export function organisationView(page: OrganisationPage, words: Translator) {
  const { organisation, self, role, people, invitations, labels, goesOn, at } = page;
  const { id, revision, name, specimen, mergedInto, formerNames } = organisation;
  const open = mergedInto === null;
  return {
    id,
    revision,
    name,
    specimen,
    href: organisationHref(words, id),
    role: words.t(`roles.${role}`),
    mayEdit: open && mayEdit(self, id),
    maySpeak: speaksFor(self, id),
    mayInvite: open && speaksFor(self, id),
    /** Whether its files go on under another one, which is named to its own people; the others ask them for an invitation. */
    merged: !open,
    goesOn: goesOn && { name: goesOn.name, href: organisationHref(words, goesOn.id) },
    facts: [
      ...organisationFacts(organisation, words, words.t('site.none')),
      {
        term: words.t('organisation.facts.acceptsLeman'),
        text: words.t(organisation.acceptsLeman ? 'site.yes' : 'site.no'),
      },
    ],
    formerNames,
    labels: labels.map((label) => ({
      number: label.id,
      href: labelKitHref(words, id, label.id),
      status: statusView(validityToday(lifeOf(label), dayOf(at)), words),
    })),
    people: people.map((person) => personRow(person, organisation, self)),
    invitations: invitations.map((one) => ({ ...one, standing: standingOf(one, at) })),
    legalForms,
    regions,
    sectors,
    roles: membershipRoles,
    values: {
      name: '',
      legalForm: organisation.legalForm,
      ...Object.fromEntries(organisationFields.map((field) => [field, held(organisation[field])])),
      website: typedWebsite(organisation.website),
      role: 'editor',
    },
  };
}

/** What was said, as a field holds it. */
function held(said: string | boolean | null): string {
  return said === true ? 'yes' : said || '';
}

function personRow(person: Person, { id }: Organisation, self: Person) {
  return {
    id: person.id,
    name: personName(person),
    email: person.name === '' ? '' : person.email,
    self: person.id === self.id,
    newRole: roleIn(person, id) ?? 'reader',
    here: person.removedAt === null,
  };
}
