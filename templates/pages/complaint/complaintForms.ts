import type { ComplaintDesk } from '../../../src/commands/complaint/views/viewComplaint.ts';
import { button } from '../../components/button.ts';
import { radios } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { dueDay } from '../../staffWords.ts';

export interface ComplaintView extends ComplaintDesk {
  readonly href: string;
}

type View = ComplaintView & FormState;

const outcomes = ['founded', 'partlyFounded', 'unfounded'] as const;

/** Taking a complaint, also from a colleague. */
export function takeForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { complaint, href } = view;
  const { handler } = complaint.context;
  return html`<section class="card" id="take">
  <h2>${t(handler === null ? 'complaints.desk.take.heading' : 'complaints.desk.take.over')}</h2>
  <p>${t('complaints.desk.take.text')}</p>
  <form method="post" action="${href}/take" novalidate>
    ${hidden(frame, complaint.revision)}
    ${button({ text: t('complaints.desk.take.button'), kind: handler === null ? undefined : 'quiet' })}
  </form>
</section>`;
}

/** A note that no answer shows. */
export function noteForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { complaint, href, values, refusal } = view;
  return html`<details class="disclosure below"${refusal.faults.note && html` open`}>
  <summary>${t('complaints.desk.note.heading')}</summary>
  <form method="post" action="${href}/note" novalidate>
    ${hidden(frame, complaint.revision)}
    ${textarea(frame, { name: 'note', label: t('complaints.desk.note.label'), hint: t('complaints.desk.note.hint'), value: values.note, error: refusal.faults.note, rows: 4 })}
    ${button({ text: t('complaints.desk.note.button'), kind: 'quiet' })}
  </form>
</details>`;
}

/** Asking the holder of the label for a statement. */
export function askForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { complaint, href, values, refusal, min, days, holder } = view;
  return html`<details class="disclosure below"${refusal.faults.question && html` open`}>
  <summary>${t('complaints.desk.ask.heading')}</summary>
  <p>${t('complaints.desk.ask.text', { organisation: holder?.name ?? '', days: days.statementDays })}</p>
  <form method="post" action="${href}/ask" novalidate>
    ${hidden(frame, complaint.revision)}
    ${textarea(frame, { name: 'question', label: t('complaints.desk.ask.label'), hint: t('complaints.desk.ask.hint', { min }), value: values.question, error: refusal.faults.question, rows: 6 })}
    ${button({ text: t('complaints.desk.ask.button'), kind: 'quiet' })}
  </form>
</details>`;
}

/** The answer with its reasons. */
export function answerForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { complaint, href, values, refusal, min, days } = view;
  const { contested, dueAt } = complaint.context;
  const choices = outcomes.map((value) => ({ value, text: t(`complaints.outcome.${value}`) }));
  const after = contested
    ? t('complaints.desk.answer.last')
    : t('complaints.desk.answer.contest', { days: days.contestDays });
  return html`<section class="card" id="answer">
  <h2>${t('complaints.desk.answer.heading')}</h2>
  <p>${t('complaints.desk.answer.text', { due: dueDay(frame, dueAt) })} ${after}</p>
  <form method="post" action="${href}/answer" novalidate>
    ${hidden(frame, complaint.revision)}
    ${radios(frame, { name: 'outcome', label: t('complaints.desk.answer.outcome'), value: values.outcome, error: refusal.faults.outcome, items: choices })}
    ${textarea(frame, { name: 'reason', label: t('complaints.desk.answer.reason'), hint: t('complaints.desk.answer.reasonHint', { min }), value: values.reason, error: refusal.faults.reason, rows: 8 })}
    ${textarea(frame, { name: 'done', label: t('complaints.done'), hint: t('complaints.desk.answer.doneHint'), value: values.done, error: refusal.faults.done, rows: 4 })}
    ${button({ text: t('complaints.desk.answer.button') })}
  </form>
</section>`;
}
