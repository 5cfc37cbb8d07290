import type { PeopleView } from '../../../src/web/people/people.view.ts';
import { button } from '../../components/button.ts';
import { pagination } from '../../components/pagination.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';

/** Everyone whom the service knows, for administrators. */
export function peoplePage(frame: Frame, { waiting, query, people, previous, next }: PeopleView): Html {
  const { t, lang } = frame;
  return staffLayout(
    frame,
    { name: t('people.title') },
    html`<h1>${t('people.title')}</h1>
${
  waiting.length > 0 &&
  html`<h2>${t('people.waiting')}</h2>
<ul>${waiting.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ul>`
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
    ? html`<ul class="cards cards--two">${people.map((person) => personCard(frame, person))}</ul>`
    : html`<p>${t('people.none')}</p>`
}
${pagination({
  label: t('site.pages'),
  previous: previous !== null && { href: previous, text: t('people.first') },
  next: next !== null && { href: next, text: t('site.next') },
})}`,
  );
}

function personCard({ t }: Frame, { href, name, removed, email, line }: PeopleView['people'][number]): Html {
  return html`<li class="offer whole">
  <div class="offer__text">
    <p class="offer__name"><a href="${href}">${name}</a>${removed && html` <span class="pill pill--coral">${t('people.removed')}</span>`}</p>
    ${email && html`<p class="offer__line member__address">${email}</p>`}
    ${line && html`<p class="offer__line">${line}</p>`}
  </div>
</li>`;
}
