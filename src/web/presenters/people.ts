import { type Person, staffRoles } from '../../commands/items.ts';
import type { PeoplePage } from '../../commands/people/listPeople.ts';
import type { PersonPage } from '../../commands/people/viewPerson.ts';
import type { Words } from '../../words/i18n.ts';
import { personName } from './staffWords.ts';

/** Address of a person's page for administrators. */
export function personHref({ language }: Words, id: string): string {
  return `/${language}/people/${id}`;
}

/** A page of the list, as it was asked for. */
export function peopleView(
  { people, next }: PeoplePage,
  { beginning, after }: { readonly beginning: string; readonly after: string },
  words: Words,
) {
  const page = (from: string) => {
    const query = new URLSearchParams({
      ...(beginning !== '' && { q: beginning }),
      ...(from !== '' && { after: from }),
    }).toString();
    return `/${words.language}/people${query === '' ? '' : `?${query}`}`;
  };
  return {
    query: beginning,
    people: people.map((person) => ({
      href: personHref(words, person.id),
      name: personName(person),
      email: person.name === '' ? '' : person.email,
      line: partsOf(person, words),
      removed: person.removedAt !== null,
    })),
    pages: {
      label: words.t('site.pages'),
      ...(after !== '' && { previous: { href: page(''), text: words.t('people.first') } }),
      ...(next !== null && { next: { href: page(next), text: words.t('site.next') } }),
    },
  };
}

/** One person, with what an administrator can change. */
export function personView({ person, self, organisations }: PersonPage, words: Words) {
  return {
    id: person.id,
    revision: person.revision,
    href: personHref(words, person.id),
    name: personName(person),
    email: person.email,
    self,
    removed:
      person.removedAt === null ? '' : words.t('people.removedOn', { day: words.date(person.removedAt) }),
    erased: person.email === '',
    organisations: organisations.map(({ organisation, role }) => ({
      name: organisation.name,
      role: words.t(`roles.${role}`),
    })),
    roles: staffRoles.map((role) => ({
      role,
      text: words.t(`roles.${role}`),
      hint: words.t(`people.does.${role}`),
      held: person.roles.includes(role),
    })),
    values: {},
  };
}

function partsOf({ roles, memberships }: Person, words: Words): string {
  const held = roles.map((role) => words.t(`roles.${role}`));
  const belongs = words.t('people.memberships', { count: memberships.length });
  return [...held, ...(memberships.length > 0 ? [belongs] : [])].join(' · ');
}
