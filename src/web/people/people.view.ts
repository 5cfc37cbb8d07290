import { dotted } from '../../../templates/dotted.ts';
import { type Person, staffRoles } from '../../commands/items/items.ts';
import type { PeoplePage } from '../../commands/people/views/listPeople.ts';
import type { PersonPage } from '../../commands/people/views/viewPerson.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { personName } from '../views/staffWords.view.ts';

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
    previous: after === '' ? null : page(''),
    next: next === null ? null : page(next),
  };
}

/** One person, with what an administrator can change. */
export function personView(page: PersonPage, words: Translator) {
  const { person, self, organisations, confirmable } = page;
  return {
    ...person,
    href: personHref(words, person.id),
    name: personName(person),
    self,
    organisations,
    roles: staffRoles,
    held: person.roles,
    confirmable,
    proposal: proposalView(page),
  };
}

/** What waits for a second administrator, and what the reader of the page may do with it. */
function proposalView({ proposal, self, asker }: PersonPage) {
  if (!proposal) return null;
  const { proposer, by } = proposal;
  return {
    ...proposal,
    proposer: proposer ? personName(proposer) : '–',
    reader: self ? ('about' as const) : by === asker ? ('own' as const) : ('second' as const),
  };
}

function partsOf({ roles, memberships }: Person, words: Translator): string {
  const belongs = words.t('people.memberships', { count: memberships.length });
  return dotted(...roles.map((role) => words.t(`roles.${role}`)), memberships.length > 0 ? belongs : '');
}
