import type { Person } from '../../../src/commands/items/items.ts';
import type { PeoplePage } from '../../../src/commands/people/views/listPeople.ts';
import { button } from '../../components/button.ts';
import { pagination } from '../../components/pagination.ts';
import { dotted } from '../../dotted.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { personName } from '../../staffWords.ts';
import { exportLinks } from '../desk/exportLinks.ts';

interface PeopleView extends PeoplePage {
  /** The beginning of a name or an address. */
  readonly query: string;
  /** The same as an address has it. */
  readonly asked: string;
  /** Addresses of the pages before and after. */
  readonly previous: string | null;
}

/** Everyone whom the service knows, for administrators. */
export function peoplePage(
  frame: Frame,
  { waiting, unadmitted, query, asked, people, previous, next }: PeopleView,
): Html {
  const { t, lang } = frame;
  return staffLayout(
    frame,
    { name: t('people.title') },
    html`<h1>${t('people.title')}</h1>
${
  waiting.length > 0 &&
  html`<h2>${t('people.waiting')}</h2>
<ul>${waiting.map((person) => html`<li>${personLink(frame, person)}</li>`)}</ul>`
}
${
  unadmitted !== null &&
  html`<section id="admit"><h2>${t('people.admit.title')}</h2>
<p>${t(unadmitted.length > 0 ? 'people.admit.open' : 'people.admit.role')}</p>
<ul>${unadmitted.map((person) => html`<li>${personLink(frame, person)}</li>`)}</ul></section>`
}
<form class="filters" method="get" action="/${lang}/people" role="search">
  <label class="filters__label" for="q">${t('people.search')}</label>
  <div class="search search--plain">
    <input class="search__box" id="q" name="q" type="search" autocomplete="off" value="${query}">
    ${button({ text: t('people.find') })}
  </div>
</form>
${
  people.length > 0
    ? [
        exportLinks(frame, 'people', asked),
        html`<ul class="cards cards--two">${people.map((person) => personCard(frame, person))}</ul>`,
      ]
    : html`<p>${t('people.none')}</p>`
}
${pagination({
  label: t('site.pages'),
  previous: previous !== null && { href: previous, text: t('people.first') },
  next: next !== null && { href: next, text: t('site.next') },
})}`,
  );
}

function personCard(frame: Frame, person: Person): Html {
  const { t } = frame;
  const { name, email, roles, memberships, removedAt } = person;
  const line = dotted(
    ...roles.map((role) => t(`roles.${role}`)),
    memberships.length > 0 && t('people.memberships', { count: memberships.length }),
  );
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name">${personLink(frame, person)}${removedAt !== null && html` <span class="pill pill--coral">${t('people.removed')}</span>`}</p>
    ${name && html`<p class="offer__line member__address">${email}</p>`}
    ${line && html`<p class="offer__line">${line}</p>`}
  </div>
</li>`;
}

function personLink({ lang }: Frame, person: Person): Html {
  return html`<a href="/${lang}/people/${person.id}">${personName(person)}</a>`;
}
