import type { FoundOffer } from '../../../src/web/register/foundOffers.view.ts';
import type { RegisterView } from '../../../src/web/register/register.view.ts';
import { button } from '../../components/button.ts';
import { pagination } from '../../components/pagination.ts';
import { statusTag } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { contactLink } from './contactLink.ts';
import { offerTile } from './photo.ts';

/** Kilometres that may be chosen (src/register/places/distance.ts). */
const distances = ['1', '2', '5', '10'] as const;

/** The public directory: its search, the offers that were found, and what narrows them down. */
export function registerPage(frame: Frame, view: RegisterView): Html {
  const { t, lang, asset } = frame;
  const { refused, count, results } = view;
  const hasFacets = view.filters.facets.length > 0;
  const lead = t('register.lead');
  return layout(
    frame,
    {
      title: titleOf(frame, t('register.title')),
      description: lead,
      head: html`<link rel="alternate" type="application/atom+xml" title="${t('api.feed.title')}" href="/${lang}/register/changes.atom">
  <link rel="alternate" type="application/ld+json" title="DCAT" href="/catalogue.jsonld">
  <script type="module" src="${asset('near.js')}"></script>`,
    },
    html`<h1>${t('register.title')}</h1>
${!view.isSearch && html`<p class="lead">${lead}</p>`}
${searchForm(frame, view)}
${refused && html`<p class="note note--stop" id="refused" role="alert">${refused}</p>`}
${count && html`<h2 class="count" aria-live="polite">${count}</h2>`}
${results.length > 0 && view.around && html`<p class="quiet">${view.around}</p>`}
${view.otherwise && html`<p><a class="button button--quiet" href="${view.otherwise.href}">${view.otherwise.text}</a></p>`}
<p class="no-print"><a href="/${lang}/register/places">${t('register.steps.places')}</a></p>
${hasFacets && html`<p class="drawer-door no-print"><button class="button button--quiet" type="button" popovertarget="narrow">${view.narrow}</button></p>`}
${view.notes.map((note) => html`<p class="note">${note}</p>`)}
<div${hasFacets && html` class="columns"`}>
  <div>
    ${
      results.length > 0
        ? html`<ul class="cards">
      ${results.map((offer) => foundOffer(frame, offer))}
    </ul>
    ${pages(frame, view)}
    ${takeAway(frame, view)}`
        : html`<p>${t('register.stepsLead')}</p>
    <ul>${view.steps.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`
    }
  </div>
  ${hasFacets && html`<aside class="drawer no-print" id="narrow" popover aria-label="${t('register.narrow')}">${facetPanel(frame, view)}</aside>`}
</div>
<p class="quiet small">${t('register.open')} <a class="no-print" href="/${lang}/api/embed#directory">${t('api.embed.directory.door')}</a></p>`,
  );
}

function takeAway({ t }: Frame, { take }: RegisterView): Html {
  return html`<details class="disclosure no-print">
  <summary>${t('register.take.heading')}</summary>
  <p>${t('register.take.lead')}</p>
  <ul>
    ${take.map(
      ({ text, files }) => html`<li>${text}<br>
      ${files.map((file, i) => html`${i > 0 && ' · '}<a href="${file.href}">${file.text}<span class="govuk-visually-hidden"> (${text})</span></a>`)}</li>`,
    )}
  </ul>
</details>`;
}

function pages({ t }: Frame, { previous, next }: RegisterView): Html | undefined {
  return pagination({
    label: t('site.pages'),
    previous: previous === null ? null : { href: previous, text: t('site.previous') },
    next: next === null ? null : { href: next, text: t('site.next') },
  });
}

function searchForm({ t, lang }: Frame, { text, refused, filters }: RegisterView): Html {
  const { kept, active, place, within } = filters;
  return html`<form class="filters no-print" method="get" action="/${lang}/register" role="search">
  <div class="filters__fields">
    <div>
      <label class="filters__label" for="q">${t('register.searchLabel')}</label>
      <input class="govuk-input" id="q" name="q" type="search" autocomplete="off" maxlength="200" value="${text}"${refused && html` aria-invalid="true" aria-describedby="refused"`}>
    </div>
    <div>
      <label class="filters__label" for="place">${t('register.placeLabel')}</label>
      <input class="govuk-input" id="place" name="place" type="search" autocomplete="off" maxlength="80" value="${place}">
    </div>
    <div>
      <label class="filters__label" for="within">${t('register.near.label')}</label>
      <select class="govuk-select" id="within" name="within">
        <option value="">${t('register.near.exact')}</option>
        ${distances.map((value) => html`<option value="${value}"${value === within && html` selected`}>${t(`register.filters.within.values.${value}`)}</option>`)}
      </select>
    </div>
    ${button({ text: t('register.search') })}
  </div>
  <p class="filters__near" hidden data-near="/${lang}/register/near" data-failed="${t('register.near.failed')}" data-far="${t('register.near.far')}"><button class="button button--quiet button--small" type="button">${t('register.near.button')}</button> <span class="quiet small" role="status">${t('register.near.promise')}</span></p>
  ${kept.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
  ${
    active.length > 0 &&
    html`<ul class="taken" aria-label="${t('register.active')}">
    ${active.map((one) => html`<li><a class="taken__one" href="${one.href}"><span class="govuk-visually-hidden">${one.remove}</span><span aria-hidden="true">${one.text} ×</span></a></li>`)}
  </ul>`
  }
</form>`;
}

function foundOffer(frame: Frame, offer: FoundOffer): Html {
  const { t } = frame;
  const { name, contact, more } = offer;
  return html`<li>
  <article class="offer found${!offer.valid && ' offer--over'}">
    ${offerTile(offer, 'found__picture')}
    <div class="offer__text">
      <h3 class="offer__name"><a href="${offer.href}">${name}</a></h3>
      <p class="found__by"><a href="${offer.holder}">${offer.organisation}</a>, ${offer.where}${offer.distance && html` · ${offer.distance}`}</p>
      ${offer.price && html`<p class="found__price">${offer.price}</p>`}
      <p class="offer__line">${offer.facts.join(' · ')}</p>
      ${offer.delivery && html`<p class="offer__line">${t('register.delivered', { delivery: offer.delivery })}</p>`}
      <p class="found__status">${statusTag(offer.status)} <a href="${offer.label}">${offer.until}<span class="govuk-visually-hidden"> (${offer.number})</span></a>${offer.specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</p>
      ${contact && html`<p class="found__contact no-print">${contactLink(frame, contact, name, 'button--quiet button--small')}</p>`}
      ${more && html`<p class="found__more"><a href="${offer.holder}">${more}<span class="govuk-visually-hidden"> (${offer.organisation})</span></a></p>`}
    </div>
  </article>
</li>`;
}

function facetPanel({ t }: Frame, { filters, areAll }: RegisterView): Html {
  return html`<div class="panel">
  <div class="drawer__head">
    <h2 class="panel__title">${t('register.narrow')}</h2>
    <button class="button button--quiet button--small drawer__close" type="button" popovertarget="narrow" popovertargetaction="hide">${t('register.close')}</button>
  </div>
  ${filters.facets.map(
    ({ title, values }) => html`<h3 class="facet__title">${title}</h3>
  <ul class="facet">
    ${values.map(({ href, text, count }) => html`<li class="facet__value"><a href="${href}">${text}</a> <span class="facet__count">${count}</span></li>`)}
  </ul>`,
  )}
  <p class="quiet small">${areAll ? t('register.countedLabels') : t('register.countedPart')}</p>
  ${filters.ended && html`<p><a href="${filters.ended}">${t('register.ended')}</a></p>`}
</div>`;
}
