import type { LabelView } from '../../../src/web/register/label.view.ts';
import { button } from '../../components/button.ts';
import { definitions } from '../../components/definitions.ts';
import { dateField } from '../../components/fields.ts';
import { panel } from '../../components/panel.ts';
import { pictogram } from '../../components/pictogram.ts';
import { timeline } from '../../components/timeline.ts';
import { age, verdict } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html, raw } from '../../html.ts';
import { layout } from '../../layout.ts';
import { loggedEntry } from '../transparency/loggedEntry.ts';
import { contactLink } from './contactLink.ts';
import { oembedLink } from './oembedLink.ts';
import { offerTile } from './photo.ts';

/** One label: whether it holds, for what, since when, and the files that prove it. */
export function labelPage(frame: Frame, view: LabelView): Html {
  const { t, lang } = frame;
  const { status, organisation, number, offers, badge, radar } = view;
  const title = t('pages.label.title', { organisation, word: status.word });
  const names = offers.map(({ name }) => name).join(', ');
  const description = t('pages.label.description', {
    sentence: status.sentence,
    organisation,
    offers: names,
  });
  const social = socialCard(title, description, view);
  return layout(
    frame,
    { title, description, social, head: head(frame, view), bodyClass: 'label-page' },
    html`${verdict(status)}
${age(frame, view.asOf)}
<div class="columns">
  <div>
    <h1><a href="${view.holder}">${organisation}</a></h1>
    <p class="number"><span class="govuk-visually-hidden">${t('pages.label.numberTitle')}: </span>${number}${view.specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</p>

    <h2 class="govuk-visually-hidden">${t('pages.label.offers', { count: offers.length })}</h2>
    <ul class="cards">
      ${offers.map((offer) => offerCard(frame, number, offer))}
    </ul>

    <h2 class="govuk-visually-hidden">${t('pages.label.about')}</h2>
    ${definitions(view.facts)}
    ${view.logged !== null && loggedEntry(frame, view.logged)}
    <p class="no-print"><a href="${view.holder}">${t('register.holder.link', { name: organisation })}</a></p>

    <h2>${t('pages.label.historyHeading')}</h2>
    ${timeline(view.history)}

    ${validOn(frame, view.asked)}
  </div>

  <aside>
    ${badge && badgePanel(frame, badge)}
    ${radar && radarPanel(frame, radar)}
    ${filesPanel(frame, view)}
    <ul class="aside-links no-print">
      <li><a href="/${lang}/report?number=${number}">${t('report.title')}</a></li>
      <li><a href="/${lang}/guarantees">${t('guarantees.short')}</a></li>
    </ul>
  </aside>
</div>`,
  );
}

function socialCard(title: string, description: string, { badge, image }: LabelView): Html {
  return html`<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${
  badge &&
  html`<meta property="og:image" content="${image}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="512">
<meta property="og:image:alt" content="${badge.alt}">`
}
<meta name="twitter:card" content="summary">`;
}

function head(frame: Frame, { number, files, data, status }: LabelView): Html {
  const credential = `/credentials/${number}`;
  return html`<link rel="alternate" hreflang="x-default" href="${frame.publicUrl}/labels/${number}">
<link rel="alternate" type="application/json" href="/api/v1/labels/${number}">
${oembedLink(frame)}
${status.tone === 'valid' && html`<link rel="alternate" type="application/json" title="Murmurations" href="/api/v1/murmurations/labels/${number}">`}
${files.some(({ href }) => href === credential) && html`<link rel="alternate" type="application/vc" href="${credential}">`}
<script type="application/ld+json">${raw(data)}</script>`;
}

function offerCard(frame: Frame, number: string, offer: LabelView['offers'][number]): Html {
  const { t, lang } = frame;
  const { id, name, line, sheet, price, delivery, contact } = offer;
  return html`<li id="${id}">
  <div class="offer">
    ${offerTile(offer, 'offer__picture', 'pictogram--small')}
    <div class="offer__text">
      <h3 class="offer__name"><a href="/${lang}/labels/${number}/offers/${encodeURIComponent(id)}">${name}</a></h3>
      <p class="offer__line">${price && html`<strong>${price}</strong> · `}${line}</p>
      ${
        (sheet || delivery || contact) &&
        html`<details class="disclosure">
        <summary>${t(contact ? 'pages.label.sheetAndOrder' : 'pages.label.sheet')}<span class="govuk-visually-hidden">: ${name}</span></summary>
        ${sheet && html`<p class="offer__sheet">${sheet}</p>`}
        ${delivery && html`<p class="offer__line">${t('register.delivered', { delivery })}</p>`}
        ${contact && html`<p class="no-print">${contactLink(frame, contact, name, 'button--quiet button--small')}</p>`}
      </details>`
      }
    </div>
  </div>
</li>`;
}

function validOn(frame: Frame, { value, error, answer }: LabelView['asked']): Html {
  const { t } = frame;
  return html`<h2 id="asked"${!answer && html` class="no-print"`}>${t('pages.label.askedHeading')}</h2>
<form class="inline-form no-print" method="get" action="#asked">
  ${dateField(frame, { name: 'on', label: t('pages.label.askedLabel'), value, error })}
  ${button({ text: t('pages.label.ask') })}
</form>
${answer && html`<p class="answer${answer.valid && ' answer--valid'}" role="status">${pictogram(answer.valid ? 'tick' : 'dash', 'pictogram--small')}<span>${answer.text}</span></p>`}`;
}

function badgePanel({ t }: Frame, { src, alt }: NonNullable<LabelView['badge']>): Html {
  return panel(
    { class: 'centred' },
    html`<img class="badge" src="${src}" alt="${alt}" width="200" height="347">
  <p class="quiet small no-print">${t('pages.label.badgeNote')}</p>`,
  );
}

function radarPanel({ t }: Frame, { svg, floor, rows }: NonNullable<LabelView['radar']>): Html {
  return panel(
    { title: t('pages.label.radarHeading') },
    html`${svg}
  <p class="quiet small">${t('pages.label.radar.floor', { floor })}</p>
  <details class="disclosure small no-print">
    <summary>${t('pages.label.radar.table')}</summary>
    <table>
      <thead><tr><th scope="col">${t('pages.label.radar.theme')}</th><th scope="col" class="numeric">${t('pages.label.radar.score')}</th></tr></thead>
      <tbody>
        ${rows.map(({ theme, score }) => html`<tr><th scope="row">${theme}</th><td class="numeric">${score}</td></tr>`)}
      </tbody>
    </table>
  </details>`,
  );
}

function filesPanel({ t }: Frame, { files, digests, specimen }: LabelView): Html {
  const list = (forPrograms: boolean) => {
    const some = files.filter((file) => file.forPrograms === forPrograms);
    return html`<ul class="filelist">
    ${some.map(({ href, text, note }) => html`<li><a href="${href}">${text}</a>${note && html`<span class="quiet small">${note}</span>`}</li>`)}
  </ul>`;
  };
  return panel(
    { title: t('pages.label.filesHeading'), class: 'no-print' },
    html`${files.some(({ forPrograms }) => !forPrograms) && list(false)}
  <details class="disclosure small check">
    <summary>${t('pages.label.forPrograms')}</summary>
    ${list(true)}
  </details>
  ${
    digests.length > 0 &&
    html`<details class="disclosure small check">
    <summary>${t('pages.label.checkHeading')}</summary>
    <p>${t('pages.label.sealText')}</p>
    ${specimen && html`<p>${t('pages.label.sealSpecimen')}</p>`}
    <p>${t('pages.label.checkText')}</p>
    <dl class="digests">
      ${digests.map(({ term, text }) => html`<dt>${term}</dt><dd><code>${text}</code></dd>`)}
    </dl>
  </details>`
  }`,
  );
}
