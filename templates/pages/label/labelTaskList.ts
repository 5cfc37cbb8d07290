import type { LabelKitView } from '../../../src/web/label/labelKit.view.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Content, html } from '../../html.ts';
import { dueDay } from '../../staffWords.ts';

/** What the holder of a label has to do, each with its last day; nothing is said where there is nothing. */
export function labelTaskList(frame: Frame, tasks: LabelKitView['tasks']): Content {
  const { t } = frame;
  return (
    tasks.length > 0 &&
    html`<section aria-labelledby="to-do">
  <h2 id="to-do">${t('labelTasks.title')}</h2>
  <ul class="tasks">
    ${tasks.map(
      ({ what, dueAt, late, href }) => html`<li class="task">
      <span class="task__text"><a href="${href}">${t(`labelTasks.what.${what}`)}</a>${dueAt && html`<span class="task__line">${t('labelTasks.until', { due: dueDay(frame, dueAt) })}</span>`}</span>
      <span class="task__state">${late ? pill({ tone: 'coral', text: t('labelTasks.late') }) : pill({ tone: 'sun', text: t('labelTasks.open') })}</span>
    </li>`,
    )}
  </ul>
</section>`
  );
}
