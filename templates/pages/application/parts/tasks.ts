import type { TaskView } from '../../../../src/web/application/answers/tasks.view.ts';
import { pictogram } from '../../../components/pictogram.ts';
import { pill } from '../../../components/pill.ts';
import { type Html, html } from '../../../html.ts';

/** A list of things to do, each with how far it is. */
export function tasks(list: readonly TaskView[]): Html {
  return html`<ul class="tasks">
  ${list.map(
    (task) => html`<li class="task">
    <span class="tile">${pictogram(task.pictogram, 'pictogram--small')}</span>
    <span class="task__text"><a href="${task.href}">${task.title}</a><span class="task__line">${task.line}</span></span>
    ${task.state.text && html`<span class="task__state">${pill(task.state)}</span>`}
  </li>`,
  )}
</ul>`;
}
