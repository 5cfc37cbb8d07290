import type { StaffReview } from '../../../src/web/review/review.view.ts';
import type { JumpGroup } from '../../../src/web/review/workbenchJump.view.ts';
import { whatChanged } from '../../components/beside.ts';
import { button } from '../../components/button.ts';
import { evidencePart } from '../../components/evidence.ts';
import { hidden } from '../../components/hidden.ts';
import { informationRounds } from '../../components/informationRounds.ts';
import { pictogram } from '../../components/pictogram.ts';
import { progress } from '../../components/progress.ts';
import { reasonList } from '../../components/reasonList.ts';
import { sponsorWords } from '../../components/sponsorWord.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { reasonTexts } from '../../staffWords.ts';
import { jumpChips } from './jump.ts';

/** Where a review stands theme by theme, what the file holds, and what keeps it from being delivered. */
export function scoring(frame: Frame, view: StaffReview, address: string): Html {
  const { t } = frame;
  const { value, max } = view.progress;
  return html`<p class="lead">${t('staff.review.scoring')}</p>
    ${progress(value, max, t('staff.progress', { count: value, total: max }), 'sun')}
    ${whatChanged(frame, view.beside)}
    <p>${button({ text: t('workbench.begin'), href: view.begin })}</p>
    <h2 id="themes">${t('staff.review.themes')}</h2>
    <ul class="cards">${view.jump.map((group) => themeCard(frame, group))}</ul>
    ${view.beside && sponsorWords(frame, view.beside.sponsors, 2)}
    ${evidencePart(frame, view.evidence)}
    ${informationRounds(frame, view.rounds)}
    ${delivering(frame, view, address)}`;
}

function themeCard(frame: Frame, group: JumpGroup): Html {
  const { t } = frame;
  const { pictogram: picture, places, title, progress: done, lacking } = group;
  return html`<li class="offer">
        <span class="tile">${pictogram(picture, 'pictogram--small')}</span>
        <div class="offer__text">
          <p class="offer__name"><a href="${places[0]?.href}">${title}</a></p>
          <p class="offer__line">${t('staff.progress', { count: done.value, total: done.max })}${
            lacking > 0
              ? html` <span class="pill pill--sun">${t('workbench.incomplete', { count: lacking })}</span>`
              : done.value === done.max &&
                html` <span class="pill pill--leaf">${t('staff.review.done')}</span>`
          }</p>
          ${jumpChips(frame, places)}
        </div>
      </li>`;
}

function delivering(frame: Frame, { review, blockers, lacking }: StaffReview, address: string): Html {
  const { t } = frame;
  return html`<h2>${t('staff.review.deliverHeading')}</h2>
    <form class="card" method="post" action="${address}/deliver">
      ${hidden(frame, review.revision)}
      <p>${t('staff.review.deliverText')}</p>
      ${reasonList(reasonTexts(frame, blockers), 'missing', true)}
      ${lacking.map(({ lack, places }) => html`<div class="lacking"><p>${t(`workbench.lacking.${lack}`, { count: places.length })}</p>${jumpChips(frame, places)}</div>`)}
      ${button({ text: t('staff.review.deliver'), kind: blockers.length > 0 ? 'quiet' : undefined })}
    </form>`;
}
