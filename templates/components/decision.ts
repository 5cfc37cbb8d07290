import type { StaffDecision, StaffRecommendation } from '../../src/web/views/decision.view.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { radios } from './choices.ts';
import type { Field } from './fields.ts';
import { pill } from './pill.ts';

/** What was recommended to the committee. */
export function recommendationPart({ t }: Frame, { by, draft, reason }: StaffRecommendation): Html {
  return html`<div class="card">
  <p class="overline">${t('staff.recommendation.by', { name: by })}</p>
  <p><strong>${t(`outcomes.${draft}`)}</strong></p>
  <p class="typed">${reason}</p>
</div>`;
}

interface Decision extends Omit<StaffDecision, 'outcome'> {
  /** Of the committee, or of the secretariat that did not let the file in. */
  readonly outcome: StaffDecision['outcome'] | 'ineligible';
}

/** What was decided. */
export function decisionPart({ t, date }: Frame, decision: Decision): Html {
  const { outcome, sealed, reason, conditions } = decision;
  return html`<div class="card">
  <p><strong>${t(outcome === 'ineligible' ? 'appeals.desk.ineligible' : `outcomes.${outcome}`)}</strong>${sealed && [' ', pill({ tone: 'sun', text: t('staff.decision.sealed') })]}</p>
  <p class="typed">${reason}</p>
  ${conditions.length > 0 && html`<ul>${conditions.map(({ text, due }) => html`<li class="typed">${t('staff.decision.condition', { text, due: date(due) })}</li>`)}</ul>`}
</div>`;
}

interface OutcomeField extends Pick<Field, 'name' | 'label' | 'error'> {
  readonly value: string | undefined;
}

/** What can be recommended or decided. */
export function outcomeRadios(frame: Frame, field: OutcomeField): Html {
  const outcomes = ['granted', 'grantedWithConditions', 'refused'] as const;
  const items = outcomes.map((value) => ({ value, text: frame.t(`outcomes.${value}`) }));
  return radios(frame, { ...field, items });
}
