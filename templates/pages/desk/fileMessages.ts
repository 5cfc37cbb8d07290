import type {
  ListView,
  SubjectView,
} from '../../../src/web/application/correspondence/correspondence.view.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { subjectList, subjectMessages, turn } from '../application/parts/messages.ts';
import { backToList } from './lists/backToList.ts';

/** What the office and an organisation write to each other on a file, by subject, for officers. */
export function fileMessagesPage(frame: Frame, view: ListView & FormState): Html {
  const { t } = frame;
  return staffLayout(
    frame,
    { ...head(frame, view, t('correspondence.title')), back: backToFile(frame, view) },
    html`${aboutFile(frame, view)}
<h1>${t('correspondence.title')}</h1>
<p class="lead">${t('correspondence.lead.office')}</p>
${!view.application.isSent && html`<p class="banner banner--sun">${t('correspondence.draft')}</p>`}
${subjectList(frame, view)}`,
  );
}

/** One subject of it. */
export function fileSubjectPage(frame: Frame, view: SubjectView & FormState): Html {
  const { t } = frame;
  const { application, list, subject, saved } = view;
  return staffLayout(
    frame,
    { ...head(frame, view, subject), back: html`<p><a href="${list}">${t('correspondence.back')}</a></p>` },
    html`${aboutFile(frame, view)}
<h1>${subject}</h1>
<p>${turn(frame, view)}</p>
${saved && html`<p class="banner banner--good" role="status">${t('correspondence.write.sent')}</p>`}
${subjectMessages(frame, view)}
${view.mayWrite && application.isSent && html`<p class="after"><a href="/${frame.lang}/files/${application.id}/information">${t('correspondence.clock.toQuestions')}</a></p>`}
${view.mayWrite && view.awaits !== 'nobody' && settleForm(frame, view)}`,
  );
}

function head(_: Frame, { refusal, organisation }: (ListView | SubjectView) & FormState, name: string) {
  return { name: `${name} · ${organisation}`, refusal, narrow: true as const };
}

function aboutFile(
  { lang }: Frame,
  { application: { id, labelNumber }, organisation }: ListView | SubjectView,
) {
  return html`<p class="overline">${id} · ${organisation}${labelNumber !== null && html` · <a href="/${lang}/files/${id}/label">${labelNumber}</a>`}</p>`;
}

/** Of a file that is not sent yet there is no page for the office. */
function backToFile(frame: Frame, { application: { id, isSent } }: ListView): Content {
  const { t, lang } = frame;
  return isSent
    ? html`<p><a href="/${lang}/files/${id}">${t('correspondence.backToFile')}</a></p>`
    : backToList(frame);
}

function settleForm(frame: Frame, { href }: SubjectView): Html {
  const { t } = frame;
  return html`<form class="after" method="post" action="${href}/settle">
  ${csrfField(frame)}
  <p>${t('correspondence.settle.lead')}</p>
  ${button({ text: t('correspondence.settle.button'), kind: 'quiet' })}
</form>`;
}
