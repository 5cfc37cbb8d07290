import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import type { SentView } from '../../../../src/web/application/submission/sent.view.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

type SentFilesView = ProgressView & { readonly sent: SentView };

/** What was sent, submission by submission, and the working copy that goes on beside it. */
export function sentFiles(frame: Frame, view: SentFilesView): Html {
  const { t } = frame;
  const { submissions, copyText, copy } = view.sent;
  return html`<section class="card question" aria-labelledby="sent">
  <h2 class="question__title" id="sent">${t('deposit.sent.title')}</h2>
  <p>${t('deposit.sent.text')}</p>
  ${submissions.map(
    ({
      n,
      title,
      date,
      links,
    }) => html`<h3 id="submission-${n}">${title}${date && html` <span class="quiet small">${date}</span>`}</h3>
  <ul class="filelist">
    ${links.map(({ href, text }) => html`<li><a href="${href}" aria-describedby="submission-${n}">${text}</a></li>`)}
  </ul>`,
  )}
  ${otherWays(frame, view)}
</section>
<section class="card question" aria-labelledby="copy">
  <h2 class="question__title" id="copy">${t('deposit.sent.copy')}</h2>
  <p>${copyText}</p>
  <ul class="plain links-down">
    ${copy.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
  </ul>
</section>`;
}

/** Letters and appeals stand with the decision where there is one. */
function otherWays(
  { t }: Frame,
  { frame: { href }, decision, letters, appealed, exchanged }: SentFilesView,
): Html {
  return html`<ul class="plain links-down">
  <li><a href="${href}/sponsors">${t('sponsorship.title')}</a></li>
  ${!decision && letters.map((letter) => html`<li><a href="${letter.href}">${letter.text}</a></li>`)}
  ${!decision && appealed && html`<li><a href="${href}/appeal">${t('appeals.own.see')}</a></li>`}
  ${exchanged && html`<li><a href="${href}/information">${t('information.answer.exchanged')}</a></li>`}
</ul>`;
}
