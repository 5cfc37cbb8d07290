import type { TryView } from '../../../../src/web/application/answers/tryOut.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { score } from './score.ts';

type Missing = NonNullable<TryView['result']>['missing'][number]['items'][number];

/** What a trial came to: its score, what is missing, and how to go on with an application. */
export function tryResult(frame: Frame, result: NonNullable<TryView['result']>): Html {
  const { t, lang } = frame;
  return html`<section class="outcome outcome--${result.kind} columns" id="result" aria-labelledby="result-title">
    <div class="card">
      <h2 id="result-title">${result.title}</h2>
      <div>
        ${result.missing.map(
          ({ title, items }, at) => html`<details class="disclosure"${at === 0 && html` open`}>
          <summary>${title} (${items.length})</summary>
          <ul class="missing">${items.map((item) => html`<li>${wayTo(frame, item)}</li>`)}</ul>
        </details>`,
        )}
      </div>
      <h3>${t('try.nextHeading')}</h3>
      <ol class="thread">
        <li>${t('try.next.download')}</li>
        <li><a href="/${lang}/my">${t('try.next.apply')}</a></li>
        <li>${t('try.next.import')}</li>
      </ol>
      <p class="row no-print"><button class="button button--sun" type="submit" name="go" value="download">${t('try.download')}</button></p>
    </div>
    <div>${score(frame, result.score, true)}</div>
  </section>`;
}

/** A button that leads to the part where something is missing, with all that was typed; the mark at its end goes to the place there. */
function wayTo({ lang }: Frame, { text, name, part }: Missing): Content {
  if (part === null) return text;
  return html`<button class="linklike" type="submit" name="go" value="${part}" formaction="/${lang}/try#${name}">${text}</button>`;
}
