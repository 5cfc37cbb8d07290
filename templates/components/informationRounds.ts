import type { RoundView } from '../../src/web/views/information.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';

/** Rounds of questions with their answers, to be read. */
export function informationRounds({ t }: Frame, rounds: readonly RoundView[]): Content {
  return rounds.map(
    ({ title, answered, items }) => html`<section class="round">
  <h2>${title}</h2>
  <p class="quiet">${answered || t('information.round.open')}</p>
  <ol>
    ${items.map(({ place, question, answer }) => html`<li><p class="quiet small">${place}</p><p class="asked"><strong>${question}</strong></p><p class="asked">${answer || t('information.round.none')}</p></li>`)}
  </ol>
</section>`,
  );
}
