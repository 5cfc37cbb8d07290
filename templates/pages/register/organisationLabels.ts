import type { PublicOrganisationView } from '../../../src/web/register/organisationPage.view.ts';
import { definitions } from '../../components/definitions.ts';
import { lookedUp } from '../../components/lookedUp.ts';
import { statusTag } from '../../components/verdict.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { offerTile } from './photo.ts';

/** One holder: its story, all its offers, what it commits to and looks for, every label that it ever had. */
export function organisationLabelsPage(frame: Frame, view: PublicOrganisationView): Html {
  const { t, lang } = frame;
  const { name, where, story, facts, offers, commitments, needs, list } = view;
  return layout(
    frame,
    {
      title: titleOf(frame, name),
      description: story || t('register.holder.description', { name, place: where }),
      back: html`<p class="no-print"><a href="/${lang}/register">${t('nav.register')}</a></p>`,
    },
    html`<div class="columns">
  <div>
    <h1>${name}</h1>
    <p class="lead">${where}${view.specimen && html` <span class="pill pill--sun">${t('site.specimenMark')}</span>`}</p>
    ${story && html`<p class="typed">${story}</p>`}
    ${offers.length > 0 ? offerCards(frame, offers) : html`<p class="quiet">${t('register.holder.noOffers')}</p>`}
    ${needs.length > 0 && needList(frame, needs)}
  </div>
  <aside>
    <div class="panel">
      <h2 class="panel__title">${t('register.holder.about')}</h2>
      ${definitions(facts)}
    </div>
    ${commitments.length > 0 && commitmentPanel(frame, commitments)}
  </aside>
</div>
<h2>${t('register.holder.labels')}</h2>
<p class="quiet">${list.day}</p>
${lookedUp(frame, list, true)}`,
  );
}

function offerCards({ t }: Frame, offers: PublicOrganisationView['offers']): Html {
  return html`<h2>${t('register.holder.offers')}</h2>
    <ul class="cards">
      ${offers.map(
        ({ href, name, line, price, photo, pictogram }) => html`<li>
        <div class="offer">
          ${offerTile({ photo, pictogram }, 'offer__picture', 'pictogram--small')}
          <div class="offer__text">
            <h3 class="offer__name"><a href="${href}">${name}</a></h3>
            <p class="offer__line">${line}</p>
            ${price && html`<p class="offer__line">${price}</p>`}
          </div>
        </div>
      </li>`,
      )}
    </ul>`;
}

function commitmentPanel({ t }: Frame, commitments: PublicOrganisationView['commitments']): Html {
  return html`<div class="panel">
      <h2 class="panel__title">${t('register.holder.commitments')}</h2>
      ${commitments.map(
        ({ status, criteria, href }) => html`<p>${statusTag(status)} ${status.sentence}</p>
      <p><a href="${href}">${criteria}</a></p>`,
      )}
    </div>`;
}

function needList({ t, lang }: Frame, needs: PublicOrganisationView['needs']): Html {
  return html`<h2>${t('register.holder.needs')}</h2>
    <ul>
      ${needs.map(({ title, place, kind }) => html`<li><strong>${title}</strong>, ${place} <span class="quiet small">(${kind})</span></li>`)}
    </ul>
    <p><a href="/${lang}/needs">${t('register.holder.allNeeds')}</a></p>`;
}
