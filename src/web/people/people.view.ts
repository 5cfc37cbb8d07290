import type { StaffRole } from '../../commands/items/items.ts';
import { type Person, staffRoles } from '../../commands/items/items.ts';
import type { PeoplePage } from '../../commands/people/views/listPeople.ts';
import type { PersonPage } from '../../commands/people/views/viewPerson.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { personName } from '../views/staffWords.view.ts';

export type PeopleView = ReturnType<typeof peopleView>;
export type PersonView = ReturnType<typeof personView>;

/** Address of a person's page for administrators. */
export function personHref({ language }: Translator, id: string): string {
  return `/${language}/people/${id}`;
}

/** A page of the list, as it was asked for. */
export function peopleView(
  { people, next, waiting }: PeoplePage,
  { beginning, after }: { readonly beginning: string; readonly after: string },
  words: Translator,
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
      ...(after !== '' && { previous: { href: page(''), text: words.t('people.first') } }),
      ...(next !== null && { next: { href: page(next), text: words.t('site.next') } }),
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
    confirmable,
    held: person.roles.map((role) => words.t(`roles.${role}`)).join(', '),
    proposal: proposalView(page, words),
    values: {},
  };
}

/** What waits for a second administrator, and what the reader of the page may do with it. */
function proposalView({ proposal, self, asker }: PersonPage, words: Translator) {
  if (!proposal) return null;
  const names = (roles: readonly StaffRole[]) => roles.map((role) => words.t(`roles.${role}`)).join(', ');
  const own = proposal.by === asker;
  return {
    given: names(proposal.given),
    taken: names(proposal.taken),
    line: words.t('people.proposal.line', {
      by: proposal.proposer ? personName(proposal.proposer) : '–',
      day: words.date(proposal.at),
      until: words.time(proposal.until),
    }),
    note: self || own ? words.t(self ? 'people.proposal.about' : 'people.proposal.own') : '',
    mayConfirm: !self && !own,
    decline: self ? '' : words.t(own ? 'people.proposal.withdraw' : 'people.proposal.decline'),
  };
}

function partsOf({ roles, memberships }: Person, words: Translator): string {
  const held = roles.map((role) => words.t(`roles.${role}`));
  const belongs = words.t('people.memberships', { count: memberships.length });
  return [...held, ...(memberships.length > 0 ? [belongs] : [])].join(' · ');
}
