import type { Person } from '../../commands/items/items.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { OrganisationPage } from '../../commands/people/views/viewOrganisation.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type Position, positionOf, positions } from '../../policies/adviser.ts';
import { standingOf } from '../../policies/invitation.ts';
import { mayEdit, speaksFor } from '../../policies/organisation.ts';
import { profile } from '../../profile/profile.ts';
import { dayOf } from '../../register/day.ts';
import { legalForms } from '../../register/legalForm.ts';
import { organisationFields } from '../../register/organisation.ts';
import { regions } from '../../register/region.ts';
import { sectors } from '../../register/sector.ts';
import { validityToday } from '../../register/validity.ts';
import { organisationFacts } from './fileOrganisation.view.ts';
import { statusView } from './status.view.ts';
import { typedWebsite } from './website.view.ts';

export type OrganisationView = ReturnType<typeof organisationView>;

/** Address of an organisation's page. */
export function organisationHref({ language }: Translator, id: string): string {
  return `/${language}/organisations/${id}`;
}

/** Address of the page of a holder for everybody; it is there once the organisation had a label. */
export function holderHref(words: Translator, id: string): string {
  return `${organisationHref(words, id)}/labels`;
}

/** Address of the page on which the holder of a label finds its kit. */
export function labelKitHref(words: Translator, organisationId: string, number: string): string {
  return `${organisationHref(words, organisationId)}/labels/${number}`;
}

/** An organisation as its people see it, and what each of them may do there. */
export function organisationView(page: OrganisationPage, words: Translator) {
  const { organisation, self, people, invitations, labels, at } = page;
  const { id, legalForm, website } = organisation;
  const isOpen = organisation.mergedInto === null;
  return {
    ...page,
    href: organisationHref(words, id),
    mayEdit: isOpen && mayEdit(self, id),
    maySpeak: speaksFor(self, id),
    mayInvite: isOpen && speaksFor(self, id),
    facts: [
      ...organisationFacts(organisation, words, words.t('site.none')),
      ...(profile.localCurrency === undefined
        ? []
        : [
            {
              term: words.t('organisation.facts.acceptsLeman'),
              text: words.t(organisation.acceptsLeman ? 'site.yes' : 'site.no'),
            },
          ]),
    ],
    labels: labels.map((label) => ({
      number: label.id,
      href: labelKitHref(words, id, label.id),
      status: statusView(validityToday(lifeOf(label), dayOf(at)), words),
    })),
    people: people.map((person) => ({
      ...person,
      isSelf: person.id === self.id,
      position: positionIn(person, id),
    })),
    invitations: invitations.map((one) => ({
      ...one,
      position: positionOf(one),
      standing: standingOf(one, at),
    })),
    legalForms,
    regions,
    sectors,
    positions,
    values: {
      name: '',
      legalForm,
      ...Object.fromEntries(organisationFields.map((field) => [field, fieldText(organisation[field])])),
      website: typedWebsite(website),
      role: 'editor',
    },
  };
}

function positionIn({ memberships }: Pick<Person, 'memberships'>, id: string): Position {
  const own = memberships.find(({ organisationId }) => organisationId === id);
  return own ? positionOf(own) : 'reader';
}

/** What was answered, as the text of its field. */
function fieldText(answer: string | boolean | null): string {
  return answer === true ? 'yes' : answer || '';
}
