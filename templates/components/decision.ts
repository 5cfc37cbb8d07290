import type { Application, Person } from '../../src/commands/items/items.ts';
import type { DecisionPaper } from '../../src/commands/items/papers.ts';
import type { Frame } from '../frame.ts';
import { type Content, type Html, html } from '../html.ts';
import { personName } from '../staffWords.ts';
import { radios } from './choices.ts';
import type { Field } from './fields.ts';
import { pill } from './pill.ts';

/** What was recommended to the committee, and by whom; nothing before. */
export function recommendationPart({ t }: Frame, file: Application, rapporteur: Person | null): Content {
  const { recommendation, context } = file;
  return (
    recommendation &&
    html`<h2>${t('staff.recommendation.title')}</h2>
<div class="card">
  <p class="overline">${t('staff.recommendation.by', { name: rapporteur ? personName(rapporteur) : '' })}</p>
  <p><strong>${t(`scope.outcome.${context.kind}.${recommendation.draft}`)}</strong></p>
  <p class="typed">${recommendation.reason}</p>
</div>`
  );
}

/** What the committee decided, sealed until it is announced; nothing before. */
export function ownDecision(frame: Frame, { state, context, decisionReason: reason }: Application): Content {
  const { kind, outcome, conditions } = context;
  return (
    outcome && [
      html`<h2>${frame.t('staff.decision.title')}</h2>`,
      decisionPart(frame, { kind, outcome, conditions, reason }, state === 'decided'),
    ]
  );
}

type Decision = Pick<DecisionPaper, 'kind' | 'outcome' | 'reason' | 'conditions'>;

/** What was decided, by the committee or by the secretariat that did not let the file in. */
export function decisionPart({ t, date }: Frame, decision: Decision, sealed = false): Html {
  const { kind, outcome, reason, conditions } = decision;
  return html`<div class="card">
  <p><strong>${t(outcome === 'ineligible' ? 'appeals.desk.ineligible' : `scope.outcome.${kind}.${outcome}`)}</strong>${sealed && [' ', pill({ tone: 'sun', text: t('staff.decision.sealed') })]}</p>
  <p class="typed">${reason}</p>
  ${conditions.length > 0 && html`<ul>${conditions.map(({ text, due }) => html`<li class="typed">${t('staff.decision.condition', { text, due: date(due) })}</li>`)}</ul>`}
</div>`;
}

/** What a committee can decide. */
export const outcomes = ['granted', 'grantedWithConditions', 'refused'] as const;

interface OutcomeField extends Pick<Field, 'name' | 'label' | 'error'> {
  readonly value: string | undefined;
}

/** What can be recommended or decided on a file; an extension has no conditions. */
export function outcomeRadios(
  frame: Frame,
  { context: { kind } }: Pick<Application, 'context'>,
  field: OutcomeField,
): Html {
  const items = outcomes
    .filter((value) => kind !== 'extension' || value !== 'grantedWithConditions')
    .map((value) => ({ value, text: frame.t(`scope.outcome.${kind}.${value}`) }));
  return radios(frame, { ...field, items });
}
