import { type Person, staffRoles } from '../../commands/items/items.ts';
import type { PeoplePage } from '../../commands/people/views/listPeople.ts';
import type { PersonPage } from '../../commands/people/views/viewPerson.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { dotted, personName } from '../views/staffWords.view.ts';

export type PeopleView = ReturnType<typeof peopleView>;
export type PersonView = ReturnType<typeof personView>;

/** Address of a person's page for administrators. */
export function personHref({ language }: Translator, id: string): string {
  return `/${language}/people/${id}`;
}

/** A page of the list, as requested. */
export function peopleView(
  { people, next, waiting }: PeoplePage,
  { beginning, after }: { readonly beginning: string; readonly after: string },
  words: Translator,
) {
  const page = (from: string) => addressOf(`/${words.language}/people`, { q: beginning, after: from });
  return {
    query: beginning,
    waiting: waiting.map((person) => ({ href: personHref(words, person.id), name: personName(person) })),
    people: people.map((person) => ({
      href: personHref(words, person.id),
      name: personName(person),
      email: person.name === '' ? '' : person.email,
      line: partsOf(person, words),
      removed: person.removedAt !== null,
    })),
    pages: {
      label: words.t('site.pages'),
      previous: after === '' ? null : { href: page(''), text: words.t('people.first') },
      next: next === null ? null : { href: page(next), text: words.t('site.next') },
    },
  };
}

/** One person, with what an administrator can change. */
export function personView(page: PersonPage, words: Translator) {
  const { person, self, organisations, confirmable } = page;
  return {
    id: person.id,
    revision: person.revision,
    href: personHref(words, person.id),
    name: personName(person),
    email: person.email,
    self,
    removedAt: person.removedAt,
    organisations: organisations.map(({ organisation, role }) => ({
      name: organisation.name,
      role: words.t(`roles.${role}`),
    })),
    roles: staffRoles,
    held: person.roles,
    confirmable,
    proposal: proposalView(page, words),
  };
}

/** What waits for a second administrator, and what the reader of the page may do with it. */
function proposalView({ proposal, self, asker }: PersonPage, words: Translator) {
  if (!proposal) return null;
  const { given, taken, proposer, at, until, by } = proposal;
  return {
    given,
    taken,
    line: words.t('people.proposal.line', {
      by: proposer ? personName(proposer) : '–',
      day: words.date(at),
      until: words.time(until),
    }),
    reader: self ? ('about' as const) : by === asker ? ('own' as const) : ('second' as const),
  };
}

function partsOf({ roles, memberships }: Person, words: Translator): string {
  const belongs = words.t('people.memberships', { count: memberships.length });
  return dotted(...roles.map((role) => words.t(`roles.${role}`)), memberships.length > 0 ? belongs : '');
}
