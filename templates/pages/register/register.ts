import type { FoundEntry } from '../../../src/web/register/foundEntry.view.ts';
import type { RegisterView } from '../../../src/web/register/register.view.ts';
import { button } from '../../components/button.ts';
import { pagination } from '../../components/pagination.ts';
import { panel } from '../../components/panel.ts';
import { statusTag } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

/** The public register: its search, what was found, and what narrows it down. */
export function registerPage(frame: Frame, view: RegisterView): Html {
  const { t, lang } = frame;
  const { refused, count, results } = view;
  const hasFacets = view.filters.facets.length > 0;
  const lead = t('register.lead');
  return layout(
    frame,
    {
      title: titleOf(frame, t('register.title')),
      description: lead,
      head: html`<link rel="alternate" type="application/atom+xml" title="${t('api.feed.title')}" href="/${lang}/register/changes.atom">`,
    },
    html`<h1>${t('register.title')}</h1>
<p class="lead">${lead}</p>
${searchForm(frame, view)}
${refused && html`<p class="note note--stop" id="refused" role="alert">${refused}</p>`}
${count && html`<h2 class="count" aria-live="polite">${count}</h2>`}
${hasFacets && html`<p class="narrow-link no-print"><a href="#narrow">${t('register.narrow')}</a></p>`}
${view.notes.map((note) => html`<p class="note">${note}</p>`)}
<div${hasFacets && html` class="columns"`}>
  <div>
    ${
      results.length > 0
        ? html`<ul class="cards">
      ${results.map((label) => foundLabel(frame, label))}
    </ul>
    ${pages(frame, view)}`
        : html`<p>${t('register.stepsLead')}</p>
    <ul>${view.steps.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`
    }
  </div>
  ${hasFacets && html`<aside class="no-print">${facetPanel(frame, view)}</aside>`}
</div>
<p class="quiet small">${t('register.open')}</p>`,
  );
}

function pages({ t }: Frame, { previous, next }: RegisterView): Html | undefined {
  return pagination({
    label: t('site.pages'),
    previous: previous === null ? null : { href: previous, text: t('site.previous') },
    next: next === null ? null : { href: next, text: t('site.next') },
  });
}

function searchForm({ t, lang }: Frame, { text, refused, filters }: RegisterView): Html {
  const { kept, active } = filters;
  return html`<form class="filters no-print" method="get" action="/${lang}/register" role="search">
  <label class="filters__label" for="q">${t('register.searchLabel')}</label>
  <div class="search search--plain">
    <input class="search__box" id="q" name="q" type="search" autocomplete="off" maxlength="200" value="${text}"${refused && html` aria-invalid="true" aria-describedby="refused"`}>
    ${button({ text: t('register.search') })}
  </div>
  ${kept.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
  ${
    active.length > 0 &&
    html`<ul class="taken" aria-label="${t('register.active')}">
    ${active.map((one) => html`<li><a class="taken__one" href="${one.href}"><span class="govuk-visually-hidden">${one.remove}</span><span aria-hidden="true">${one.text} ×</span></a></li>`)}
  </ul>`
  }
</form>`;
}

function foundLabel({ t }: Frame, label: FoundEntry): Html {
  const { offers, more } = label;
  return html`<li>
  <div class="offer found${!label.valid && ' offer--over'}">
    <img class="found__badge" src="${label.badge}" alt="" width="44" height="55" loading="lazy">
    <div class="offer__text">
      <p class="found__line"><a class="found__name" href="${label.href}">${label.organisation}</a>${label.where}${offers.map(({ href, name }, at) => html`${at > 0 && ', '}<a href="${href}">${name}</a>`)}${more && ` ${more}`}.</p>
      <p class="found__status">${statusTag(label.status)} <span>${label.until}</span>${label.specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</p>
    </div>
  </div>
</li>`;
}

function facetPanel({ t, lang }: Frame, { filters, areAll }: RegisterView): Html {
  return panel(
    { title: t('register.narrow'), id: 'narrow' },
    html`${filters.facets.map(
      ({ title, values }) => html`<h3 class="facet__title">${title}</h3>
  <ul class="facet">
    ${values.map(({ href, text, count }) => html`<li class="facet__value"><a href="${href}">${text}</a> <span class="facet__count">${count}</span></li>`)}
  </ul>`,
    )}
  ${!areAll && html`<p class="quiet small">${t('register.countedPart')}</p>`}
  <p><a href="/${lang}/register/places">${t('register.steps.places')}</a></p>`,
  );
}
