import type {
  ListView,
  SubjectView,
} from '../../../../src/web/application/correspondence/correspondence.view.ts';
import { button } from '../../../components/button.ts';
import { checkbox } from '../../../components/choices.ts';
import { fileField, textarea, textField } from '../../../components/fields.ts';
import { csrfField } from '../../../components/hidden.ts';
import { type Pill, pill } from '../../../components/pill.ts';
import { reasonList } from '../../../components/reasonList.ts';
import { dotted } from '../../../dotted.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { reasonTexts } from '../../../staffWords.ts';

type List = ListView & FormState;
type Subject = SubjectView & FormState;

const tones: Readonly<Record<ListView['subjects'][number]['awaits'], Pill['tone']>> = {
  you: 'sun',
  office: 'lake',
  applicant: 'lake',
  nobody: 'leaf',
};

/** All subjects of a file, and the form of a new one. */
export function subjectList(frame: Frame, view: List): Content {
  const { t } = frame;
  const { subjects, isErased, refusal, isFiled, isFiling } = view;
  const isOpen = subjects.length === 0 || refusal.summary.length > 0 || isFiled || isFiling;
  return [
    isErased && html`<p class="well">${t('correspondence.erased')}</p>`,
    subjects.length === 0
      ? !isErased && html`<p class="quiet">${t('correspondence.none')}</p>`
      : html`<ul class="tasks">${subjects.map((one) => subjectLine(frame, one))}</ul>`,
    view.mayWrite &&
      html`<details class="disclosure after"${isOpen && html` open`}>
  <summary>${t('correspondence.write.title')}</summary>
  ${attachForm(frame, view)}
  ${messageForm(frame, view, true)}
</details>`,
    !view.mayWrite && view.blockers.length > 0 && reasonList(reasonTexts(frame, view.blockers), 'stop'),
  ];
}

function subjectLine(frame: Frame, one: ListView['subjects'][number]): Html {
  const { t, time } = frame;
  const line = dotted(t('correspondence.count', { count: one.count }), time(one.lastAt));
  return html`<li class="task"><span class="task__text"><a href="${one.href}">${one.subject}</a><span class="task__line">${line}</span></span><span class="task__state">${turn(frame, one)}</span></li>`;
}

/** Who has to answer, and since when. */
export function turn({ t, date }: Frame, { awaits, since }: Pick<SubjectView, 'awaits' | 'since'>): Html {
  return pill({
    tone: tones[awaits],
    text: t(`correspondence.awaits.${awaits}`, { since: since ? date(since) : '' }),
  });
}

/** The messages of one subject, and the form of an answer. */
export function subjectMessages(frame: Frame, view: Subject): Content {
  const { t } = frame;
  return [
    html`<ol class="plain stack">${view.messages.map((message) => html`<li>${messageCard(frame, message, view.href)}</li>`)}</ol>`,
    view.awaits === 'nobody' && html`<p class="banner banner--good">${t('correspondence.settle.done')}</p>`,
    view.mayWrite && [attachForm(frame, view), messageForm(frame, view, false)],
    !view.mayWrite && view.blockers.length > 0 && reasonList(reasonTexts(frame, view.blockers), 'stop'),
  ];
}

function messageCard(
  { t, time }: Frame,
  { side, isOwn, name, adviser, text, at, attachments }: SubjectView['messages'][number],
  href: string,
): Html {
  const who = isOwn ? t('correspondence.you') : side === 'office' && t('correspondence.office');
  return html`<article class="card message${isOwn && ' message--own'}">
  <p class="overline">${dotted(who, name, adviser === true && t('correspondence.adviser'), time(at))}</p>
  <p class="typed" dir="auto">${text}</p>
  ${attachments.length > 0 && html`<ul class="filelist">${attachments.map((file) => html`<li><a href="${href}/files/${file.id}">${file.name}</a></li>`)}</ul>`}
</article>`;
}

/** Brings a file; it stands before the message, because a form with a file goes alone. */
function attachForm(frame: Frame, view: List | Subject): Html {
  const { t } = frame;
  const { href, maxFiles, maxSize, isFiling, isFiled, refusal, kept } = view;
  const error = isFiling ? refusal.faults.file : undefined;
  return html`${isFiled && html`<p class="banner banner--good" role="status">${t('correspondence.attach.done')}</p>`}
<details class="disclosure"${isFiling && html` open`}>
  <summary>${t('correspondence.attach.title')}</summary>
  <form class="card question" method="post" enctype="multipart/form-data" action="${href}/documents" novalidate>
    ${csrfField(frame)}
    <p class="quiet small">${t('correspondence.attach.lead', { max: maxFiles })}</p>
    ${fileField(frame, { name: 'file', label: t('correspondence.attach.file'), hint: t('evidence.hint', { max: maxSize }), error, kept: isFiling ? kept : null })}
    ${button({ text: t('correspondence.attach.button'), kind: 'quiet' })}
  </form>
</details>`;
}

function messageForm(frame: Frame, view: List | Subject, isNew: boolean): Html {
  const { t } = frame;
  const { href, values, isFiling, refusal, prepared, side } = view;
  const faults = isFiling ? {} : refusal.faults;
  return html`<form class="card question" method="post" action="${href}" novalidate>
  ${csrfField(frame)}
  <input type="hidden" name="once" value="${values.once}">
  ${isNew && textField(frame, { name: 'subject', label: t('correspondence.write.subject'), value: values.subject, error: faults.subject, attributes: { maxlength: '120' } })}
  ${textarea(frame, { name: 'text', label: t('correspondence.write.text'), hint: t('correspondence.write.hint'), value: values.text, error: faults.text, rows: 7 })}
  ${
    prepared.length > 0 &&
    html`<fieldset class="seats">
  <legend>${t('correspondence.attach.ready')}</legend>
  <p class="govuk-hint">${t('correspondence.attach.hint')}</p>
  ${prepared.map(({ id, name }) => checkbox(frame, { name: `document.${id}`, label: name, value: values[`document.${id}`] === 'yes' }))}
</fieldset>`
  }
  ${faults.file && html`<p class="govuk-error-message" id="file">${faults.file}</p>`}
  <p class="quiet small">${t(`correspondence.clock.${side}`)}</p>
  ${button({ text: t('correspondence.write.button') })}
</form>`;
}
