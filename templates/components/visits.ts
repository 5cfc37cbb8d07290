import type { VisitsView } from '../../src/web/views/visits.view.ts';
import type { FormState, Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { personName } from '../staffWords.ts';
import { button } from './button.ts';
import { radios } from './choices.ts';
import { dateField, textarea, textField } from './fields.ts';
import { hidden } from './hidden.ts';

/** What demands a visit, and what was recorded of visits and calls. */
export function visitsRead({ t, date }: Frame, { triggers, missing, open, seed, visits }: VisitsView): Html {
  return html`${
    triggers.length > 0
      ? html`<p>${t('visits.demanded')}</p>
<ul class="notes notes--spaced">${triggers.map((trigger) => html`<li class="note${missing && ' note--missing'}">${trigger}</li>`)}</ul>
${!missing && html`<p>${t('visits.done')}</p>`}`
      : open && html`<p class="quiet">${t('visits.free')}</p>`
  }
${seed && html`<p class="quiet small">${t('visits.lot', { seed })}</p>`}
${visits.map(
  ({ kind, on, people, notes, recordedBy }) => html`<div class="well">
  <p class="place__by">${t(`visits.line.${kind}`, { on: date(on) })}</p>
  <p class="asked">${t('visits.met', { people })}</p>
  <p class="asked">${notes}</p>
  <p class="quiet small">${t('visits.by', { name: personName(recordedBy) })}</p>
</div>`,
)}`;
}

/** The visits of a file with the form that records one, while one can be recorded. */
export function visitsPart(
  frame: Frame,
  visits: VisitsView,
  form: FormState & { readonly action: string; readonly revision: number },
): Content {
  const { t } = frame;
  const { open, missing } = visits;
  const { on, people, notes, kind } = form.refusal.faults;
  const refused = on || people || notes || kind;
  return (
    (open || visits.visits.length > 0) &&
    html`<section class="card visits${missing && ' visits--missing'}" aria-labelledby="visits">
  <h2 id="visits">${t('visits.title')}</h2>
  ${visitsRead(frame, visits)}
  ${
    open &&
    (missing
      ? visitForm(frame, { ...visits, ...form })
      : html`<details class="disclosure below"${refused && html` open`}><summary>${t('visits.recordTitle')}</summary>
  ${visitForm(frame, { ...visits, ...form })}
  </details>`)
  }
</section>`
  );
}

/** The form that records a visit or a call. */
export function visitForm(
  frame: Frame,
  {
    today,
    action,
    revision,
    values,
    refusal: { faults },
  }: FormState & { readonly today: string; readonly action: string; readonly revision: number },
): Html {
  const { t } = frame;
  return html`<form method="post" action="${action}" novalidate>
    ${hidden(frame, revision)}
    ${radios(frame, {
      name: 'kind',
      label: t('visits.kind.label'),
      value: values.kind,
      error: faults.kind,
      inline: true,
      items: [
        { value: 'visit', text: t('visits.kind.visit') },
        { value: 'call', text: t('visits.kind.call') },
      ],
    })}
    ${dateField(frame, { name: 'on', label: t('visits.on'), value: values.on ?? today, error: faults.on })}
    ${textField(frame, {
      name: 'people',
      label: t('visits.people'),
      hint: t('visits.peopleHint'),
      value: values.people,
      error: faults.people,
      autocomplete: 'off',
    })}
    ${textarea(frame, {
      name: 'notes',
      label: t('visits.notes'),
      hint: t('visits.notesHint'),
      value: values.notes,
      error: faults.notes,
      rows: 4,
    })}
    ${button({ text: t('visits.record') })}
  </form>`;
}
