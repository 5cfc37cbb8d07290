import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import { letterItems } from '../../../components/letters.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What was sent, submission by submission, and the working copy that goes on beside it. */
export function sentFiles(frame: Frame, view: ProgressView): Html {
  const { t } = frame;
  const { editable, closed, href } = view.frame;
  // One that was refused takes answers until its time to appeal is over, but nothing is left to work on.
  const goesOn = editable && view.turn !== null;
  const submissions = view.submissions.map((at, i) => submission(frame, href, i + 1, at));
  return html`<section class="card question" aria-labelledby="sent">
  <h2 class="question__title" id="sent">${t('deposit.sent.title')}</h2>
  <p>${t('deposit.sent.text')}</p>
  ${submissions.reverse()}
  ${otherWays(frame, view)}
</section>
<section class="card question" aria-labelledby="copy">
  <h2 class="question__title" id="copy">${t('deposit.sent.copy')}</h2>
  <p>${goesOn ? t('deposit.sent.copyText') : closed || t('deposit.sent.copyOver')}</p>
  <ul class="plain links-down">
    ${goesOn && html`<li><a href="${href}/tasks">${t('deposit.sent.toCopy')}</a></li>`}
    <li><a href="${href}/differences">${t('deposit.sent.toDifferences')}</a></li>
    <li><a href="${href}/file.pdf">${t('deposit.sent.print')}</a></li>
  </ul>
</section>`;
}

function submission({ t, date }: Frame, href: string, n: number, at: string): Html {
  const link = (path: string, text: string) =>
    html`<li><a href="${href}/${path}" aria-describedby="submission-${n}">${text}</a></li>`;
  return html`<h3 id="submission-${n}">${t('deposit.sent.one', { n })}${at && html` <span class="quiet small">${date(at)}</span>`}</h3>
  <ul class="filelist">
    ${link(`proof/${n}.pdf`, t('deposit.sent.proof'))}
    ${link(`file/${n}.pdf`, t('deposit.sent.file'))}
    ${n > 1 && link(`differences/${n}`, t('deposit.sent.changes'))}
  </ul>`;
}

/** Letters and appeals stand with the decision where there is one. */
function otherWays(frame: Frame, view: ProgressView): Html {
  const { t } = frame;
  const { decision, letters, appealed, exchanged } = view;
  const { href } = view.frame;
  return html`<ul class="plain links-down">
  ${!view.frame.about && html`<li><a href="${href}/sponsors">${t('sponsorship.title')}</a></li>`}
  ${!decision && letterItems(frame, href, letters)}
  ${!decision && appealed && html`<li><a href="${href}/appeal">${t('appeals.own.see')}</a></li>`}
  ${exchanged && html`<li><a href="${href}/information">${t('information.answer.exchanged')}</a></li>`}
</ul>`;
}
