import type { RoundView } from '../../src/web/views/information.view.ts';
import type { Frame } from '../frame.ts';
import { type Content, html } from '../html.ts';
import { criterionLinks } from './explained.ts';

/** Rounds of questions with their answers, to be read. */
export function informationRounds(frame: Frame, rounds: readonly RoundView[]): Content {
  const { t, date } = frame;
  return rounds.map(
    ({ askedAt, answeredAt, items }, at) => html`<section class="round">
  <h2>${t('information.round.title', { n: at + 1, on: date(askedAt) })}</h2>
  <p class="quiet">${answeredAt === null ? t('information.round.open') : t('information.round.answered', { on: date(answeredAt) })}</p>
  <ol>
    ${items.map(({ place, version, question, answer }) => html`<li><p class="quiet small">${criterionLinks(frame, version, place)}</p><p class="asked"><strong>${question}</strong></p><p class="asked">${answer || t('information.round.none')}</p></li>`)}
  </ol>
</section>`,
  );
}
