import type { SanctionWordsView } from '../../../src/web/views/sanctionWords.view.ts';
import { fileLink } from '../../components/evidence.ts';
import type { Frame } from '../../frame.ts';
import { type Content, html } from '../../html.ts';

/** What was said and decided on a label, the newest first; below `letters` are the letters of decisions, for who may read them. */
export function sanctionTrail(frame: Frame, words: SanctionWordsView, letters = ''): Content {
  const { t, date } = frame;
  return (
    words.length > 0 &&
    html`<section class="after" aria-labelledby="said">
  <h2 id="said">${t('sanctions.said')}</h2>
  <ol class="cards">
    ${words.map(
      ({ title, at, text, cause, todo, until, documents, letter }) => html`<li class="card">
      <h3>${title}</h3>
      <p class="quiet small">${date(at)}${cause && ` · ${cause}`}</p>
      ${text && html`<p class="typed">${text}</p>`}
      ${todo && html`<p><strong>${t('sanctions.todoIs')}</strong></p><p class="typed">${todo}</p>`}
      ${documents.length > 0 && html`<ul class="filelist">${documents.map((file) => html`<li>${fileLink(frame, file)}</li>`)}</ul>`}
      ${letter > 0 && letters && html`<p><a href="${letters}/${letter}.pdf">${t('papers.decision.letter', { day: date(at) })}</a></p>`}
      ${until && html`<p>${t('sanctions.untilIs', { until })}</p>`}
    </li>`,
    )}
  </ol>
</section>`
  );
}
