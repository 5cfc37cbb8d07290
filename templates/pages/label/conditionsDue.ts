import type { Condition } from '../../../src/commands/items/condition.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Content, html } from '../../html.ts';
import { dueDay } from '../../staffWords.ts';
import { conditionTones } from './conditionHead.ts';

interface Due extends Pick<Condition, 'text' | 'state'> {
  readonly dueAt: string;
}

/** What a label still depends on, beside what is declared of it: each proof is given and judged on the page of the conditions. */
export function conditionsDue(frame: Frame, conditions: readonly Due[], href: string): Content {
  const { t } = frame;
  return (
    conditions.length > 0 &&
    html`<section class="card" aria-labelledby="conditions-due">
  <h2 id="conditions-due">${t('declaration.conditions')}</h2>
  <ul class="tasks">${conditions.map(
    ({ text, state, dueAt }) => html`<li class="task">
    <span class="task__text"><span class="asked">${text}</span><span class="task__line">${t('conditions.due', { due: dueDay(frame, dueAt) })}</span></span>
    <span class="task__state">${pill({ tone: conditionTones[state], text: t(`states.condition.${state}`) })}</span>
  </li>`,
  )}</ul>
  <p><a href="${href}">${t('conditions.link')}</a></p>
</section>`
  );
}
