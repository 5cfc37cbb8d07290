import type { TryView } from '../../../../src/web/application/answers/tryOut.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { score } from './score.ts';

/** What a trial came to: its score, what is missing, and how to go on with an application. */
export function tryResult(frame: Frame, result: NonNullable<TryView['result']>): Html {
  const { t, lang } = frame;
  return html`<section class="outcome outcome--${result.kind} columns" id="result" aria-labelledby="result-title">
    <div class="card">
      <h2 id="result-title">${result.title}</h2>
      <div id="submit">
        ${result.missing.map(
          ({ title, items }, at) => html`<details class="disclosure"${at === 0 && html` open`}>
          <summary>${title} (${items.length})</summary>
          <ul class="missing">${items.map(({ href, text }) => html`<li>${href ? html`<a href="${href}">${text}</a>` : text}</li>`)}</ul>
        </details>`,
        )}
      </div>
      <h3>${t('try.nextHeading')}</h3>
      <ol class="thread">
        <li>${t('try.next.download')}</li>
        <li><a href="/${lang}/my">${t('try.next.apply')}</a></li>
        <li>${t('try.next.import')}</li>
      </ol>
      ${
        // Enter presses the first button of a form: that must not be the download.
        html`<p class="row no-print"><button class="button button--quiet" type="submit">${t('try.button')}</button><button class="button button--sun" type="submit" name="go" value="download" formaction="/${lang}/try">${t('try.download')}</button></p>`
      }
    </div>
    <div>${score(frame, result.score, true)}</div>
  </section>`;
}
