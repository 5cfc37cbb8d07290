import type { AppealDesk } from '../../../src/commands/committee/views/viewAppeal.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { SanctionWordsView } from '../../../src/web/views/sanctionWords.view.ts';
import type { AppealOutcome } from '../../../src/workflow/appealEvents.ts';
import { button } from '../../components/button.ts';
import { checkbox, radios } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField, hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';

export interface AppealView extends AppealDesk {
  readonly href: string;
  /** Of a decision on a label, what was said and decided on it. */
  readonly said: SanctionWordsView;
  /** Characters that a reason has at least. */
  readonly min: number;
  readonly outcomes: readonly AppealOutcome[];
  /** Days for which the chair of the panel suspends a decision alone. */
  readonly days: number;
}

type View = AppealView & FormState;

/** Letting the appeal in, or not. */
export function admissionForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { values, refusal } = view;
  const admissions = view.may.findInadmissible ? (['admit', 'inadmissible'] as const) : (['admit'] as const);
  return html`<section class="card" id="admit">
  <h2>${t('appeals.desk.admission.heading')}</h2>
  <p>${t('appeals.desk.admission.text')} ${t('appeals.desk.admission.second')}</p>
  <form method="post" action="${view.href}/admission" novalidate>
    ${hidden(frame, view.appeal.revision)}
    ${radios(frame, { name: 'admission', label: t('appeals.desk.admission.label'), value: values.admission, error: refusal.faults.admission, items: admissions.map((value) => ({ value, text: t(`appeals.desk.admission.${value}`), hint: t(`appeals.desk.admission.${value}Hint`) })) })}
    ${reasonField(frame, view, { name: 'reason' })}
    ${button({ text: t('appeals.desk.admission.button') })}
  </form>
</section>`;
}

/** Naming the panel among those who had no part in what is appealed. */
export function panelForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { panelists, appeal } = view;
  const free = panelists.filter(({ blocker }) => blocker === null).map(({ person }) => person);
  const excluded = panelists.flatMap(({ person, blocker }) =>
    blocker === null ? [] : { name: personName(person), why: t(`appeals.desk.form.why.${blocker}`) },
  );
  return html`<section class="card" id="panel">
  <h2>${t('appeals.desk.form.heading')}</h2>
  ${free.length >= appeal.context.panelSize ? peopleForm(frame, view, free) : html`<p class="banner banner--sun">${t('appeals.desk.form.nobody')}</p>`}
  ${
    excluded.length > 0 &&
    html`<details class="disclosure below">
    <summary>${t('appeals.desk.form.excluded', { count: excluded.length })}</summary>
    <ul>${excluded.map(({ name, why }) => html`<li>${name} <span class="quiet">(${why})</span></li>`)}</ul>
  </details>`
  }
</section>`;
}

function peopleForm(frame: Frame, view: View, people: readonly Person[]): Html {
  const { t } = frame;
  const { appeal, values } = view;
  const box = (person: Person) => {
    const name = `panel.${person.id}`;
    return checkbox(frame, { name, label: personName(person), value: values[name] === 'yes' });
  };
  const chairs = people.map((person) => ({ value: person.id, text: personName(person) }));
  return html`<p>${t('appeals.desk.form.text', { count: appeal.context.panelSize })}</p>
<form method="post" action="${view.href}/panel" novalidate>
  ${hidden(frame, appeal.revision)}
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend">${t('appeals.desk.form.people')}</legend>
    ${people.map(box)}
  </fieldset>
  ${radios(frame, { name: 'chair', label: t('appeals.desk.form.chair'), hint: t('appeals.desk.form.chairHint'), value: values.chair, error: view.refusal.faults.chair, items: chairs })}
  ${button({ text: t('appeals.desk.form.button') })}
</form>`;
}

/** The vote of a member of the panel. */
export function voteForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { appeal, outcomes, values, refusal } = view;
  const hintOf = (value: AppealOutcome) =>
    value === 'uphold' && appeal.context.labelNumber !== null
      ? t('appeals.label.desk.upholdHint')
      : t(`appeals.desk.settle.${value}Hint`);
  return html`<section class="card" id="judge">
  <h2>${t('appeals.desk.vote.heading')}</h2>
  <p>${t('appeals.desk.vote.text')}</p>
  <form method="post" action="${view.href}/vote" novalidate>
    ${csrfField(frame)}
    ${radios(frame, { name: 'vote', label: t('appeals.desk.vote.label'), value: values.vote, error: refusal.faults.vote, items: outcomes.map((value) => ({ value, text: t(`appeals.desk.settle.${value}`), hint: hintOf(value) })) })}
    ${button({ text: t('appeals.desk.vote.button') })}
  </form>
</section>`;
}

/** The reasons of what the panel's majority voted for, which end the appeal. */
export function settleForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { appeal, whole } = view;
  return html`<section class="card">
  <h2>${t('appeals.desk.settle.heading')}</h2>
  <p>${whole?.majority && t('appeals.desk.settle.text', { outcome: t(`appeals.desk.settle.${whole.majority}`) })}</p>
  <form method="post" action="${view.href}/settle" novalidate>
    ${hidden(frame, appeal.revision)}
    ${reasonField(frame, view, { name: 'reason', rows: 8 })}
    ${button({ text: t('appeals.desk.settle.button') })}
  </form>
</section>`;
}

/** Asking to suspend the decision meanwhile, or to end that. */
export function stayForm(frame: Frame, view: View, step: 'askStay' | 'askToLiftStay'): Html {
  const { t } = frame;
  const of = view.appeal.context.labelNumber === null ? 'desk' : 'label.desk';
  const { panel, dueAt } = view.appeal.context;
  const isOpen = view.refusal.faults.stayReason || (step === 'askStay' && dueAt !== null);
  return html`<details class="disclosure below"${step === 'askStay' && html` id="confirm"`}${isOpen && html` open`}>
  <summary>${t(`appeals.desk.${step}.heading`)}</summary>
  <p>${t(`appeals.${of}.${step}.text`)} ${t('appeals.desk.majority', { count: Math.floor(panel.length / 2) + 1 })}</p>
  <form method="post" action="${view.href}/${step === 'askStay' ? 'stay' : 'stay/lift'}" novalidate>
    ${hidden(frame, view.appeal.revision)}
    ${reasonField(frame, view, { name: 'stayReason' })}
    ${button({ text: t(`appeals.desk.${step}.button`) })}
  </form>
</details>`;
}

/** The chair of the panel suspends the decision alone, for a few days. */
export function urgentStayForm(frame: Frame, view: View): Html {
  const { t } = frame;
  const { days } = view;
  return html`<details class="disclosure below"${view.refusal.faults.urgentReason && html` open`}>
  <summary>${t('appeals.desk.urgentStay.heading', { days })}</summary>
  <p>${t('appeals.desk.urgentStay.text', { days })}</p>
  <form method="post" action="${view.href}/stay/urgent" novalidate>
    ${hidden(frame, view.appeal.revision)}
    ${reasonField(frame, view, { name: 'urgentReason' })}
    ${button({ text: t('appeals.desk.urgentStay.button', { days }) })}
  </form>
</details>`;
}

interface ReasonField {
  readonly name: 'reason' | 'stayReason' | 'urgentReason';
  readonly rows?: number;
}

function reasonField(frame: Frame, { values, refusal, min }: View, { name, rows }: ReasonField): Html {
  const { t } = frame;
  return textarea(frame, {
    name,
    label: t('appeals.desk.reason'),
    hint: t('appeals.desk.reasonHint', { min }),
    value: values[name],
    error: refusal.faults[name],
    rows,
  });
}
