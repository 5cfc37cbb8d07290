import type { OfferPageView } from '../../../src/web/register/offerPage.view.ts';
import { definitions } from '../../components/definitions.ts';
import { panel } from '../../components/panel.ts';
import { age, verdict } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import { contactLink } from './contactLink.ts';
import { oembedLink } from './oembedLink.ts';
import { photograph } from './photo.ts';

/** One offer of a label with its plain sheet, to be read at the counter and printed. */
export function labelOfferPage(frame: Frame, view: OfferPageView): Html {
  const { t } = frame;
  const { name: offer, organisation, commune, status, others, badge } = view;
  const title = t('register.offer.title', { offer, organisation });
  const description = t('register.offer.description', {
    offer,
    organisation,
    commune,
    sentence: status.sentence,
  });
  return layout(
    frame,
    {
      ...{ title, description, bodyClass: 'label-page' },
      social: socialCard(title, description, view),
      head: html`${oembedLink(frame)}
${view.profile && html`<link rel="alternate" type="application/json" title="Murmurations" href="${view.profile}">`}`,
    },
    html`${verdict(status)}
${age(frame, view.asOf)}
<div class="columns">
  <div>
    <h1>${offer}</h1>
    <p class="lead"><a href="${view.holder}">${organisation}</a>, ${commune}</p>
    ${view.contact && html`<p class="no-print">${contactLink(frame, view.contact, offer)}</p>`}
    ${view.photo && html`<figure class="shown-photo">${photograph(view.photo, '(max-width: 60rem) 92vw, 40rem', false)}</figure>`}
    ${view.texts.map(
      ({ term, text }) => html`<h2>${term}</h2>
    <p class="plain-sheet">${text}</p>`,
    )}
    ${view.texts.length === 0 && html`<p class="plain-sheet">${t('register.offer.noSheet')}</p>`}
    ${definitions(view.facts)}
    ${
      others.length > 0 &&
      html`<div class="no-print">
      <h2>${t('register.offer.others')}</h2>
      <ul>${others.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ul>
    </div>`
    }
  </div>
  <aside>
    ${panel(
      { class: 'centred' },
      html`${badge && html`<img class="badge" src="${badge.src}" alt="${badge.alt}" width="200" height="347">`}
    <p class="number">${view.number}${view.specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</p>
    <p class="quiet small">${view.address}</p>`,
    )}
  </aside>
</div>
<p class="quiet small no-print after">${t('register.offer.print')} <a href="${view.report}">${t('report.offer')}</a></p>`,
  );
}

function socialCard(title: string, description: string, { shared }: OfferPageView): Html {
  return html`<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${
  shared &&
  html`<meta property="og:image" content="${shared.image}">
<meta property="og:image:alt" content="${shared.alt}">`
}
<meta name="twitter:card" content="${shared?.card ?? 'summary'}">`;
}
