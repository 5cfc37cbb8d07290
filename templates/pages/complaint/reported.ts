import type { FiledComplaint } from '../../../src/commands/complaint/fileComplaint.ts';
import { button } from '../../components/button.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';

/** Thanks for a complaint: its number, its secret, which is shown here alone, and what happens next until when. */
export function reportedPage(frame: Frame, { number, secret, dueAt }: FiledComplaint): Html {
  const { t, lang } = frame;
  const due = dueDay(frame, dueAt);
  return layout(
    frame,
    { title: titleOf(frame, t('report.done.title')), head: html`<meta name="robots" content="noindex">` },
    html`<div class="narrow">
<h1>${t('report.done.title')}</h1>
<p class="lead">${t('report.done.lead', { due })}</p>
<dl class="definitions report__key">
  <dt>${t('report.done.number')}</dt><dd class="number report__number">${number}</dd>
  ${secret && html`<dt>${t('report.done.secret')}</dt><dd class="number report__number">${secret}</dd>`}
</dl>
<p class="banner banner--sun">${t(secret ? 'report.done.keep' : 'report.done.kept')}</p>
<h2>${t('report.done.nextHeading')}</h2>
<ol class="report__steps">
  <li>${t('report.done.next.take')}</li>
  <li>${t('report.done.next.ask')}</li>
  <li>${t('report.done.next.answer', { due })}</li>
  <li>${t('report.done.next.contest')}</li>
</ol>
<p class="row no-print">${button({ text: t('report.done.open'), href: `/${lang}/report/${number}` })}${button({ text: t('pages.error.home'), href: `/${lang}`, kind: 'quiet' })}</p>
</div>`,
  );
}
