import type { Surveillance } from '../../../src/commands/items/surveillance.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { dueDay } from '../../staffWords.ts';

interface View {
  readonly number: string;
  readonly tasks: readonly Surveillance[];
  /** Of the label's page, and of the pages of its tasks. */
  readonly label: string;
  readonly below: string;
}

/** How the state of a task looks. */
export const surveillanceTones = {
  due: 'sun',
  declared: 'lake',
  findings: 'sun',
  overdue: 'coral',
  confirmed: 'leaf',
  dropped: '',
} as const satisfies Readonly<Record<Surveillance['state'], string>>;

/** Everything that was asked of a label, the newest first. */
export function surveillanceListPage(frame: Frame, { number, tasks, label, below }: View): Html {
  const { t } = frame;
  const title = t('surveillance.list.title');
  return layout(
    frame,
    { title: titleOf(frame, `${title} · ${number}`) },
    html`<p class="overline"><a href="${label}">${number}</a></p>
<h1>${title}</h1>
${
  tasks.length === 0
    ? html`<p class="lead">${t('surveillance.list.none')}</p>`
    : html`<ul class="tasks">${tasks.map(
        ({ id, state, context: { task, dueAt } }) => html`<li class="task">
  <span class="task__text"><a href="${below}/${id}">${t(`surveillance.task.${task}`)}</a><span class="task__line">${t('labelTasks.until', { due: dueDay(frame, dueAt) })}</span></span>
  <span class="task__state">${pill({ tone: surveillanceTones[state], text: t(`states.surveillance.${state}`) })}</span>
</li>`,
      )}</ul>`
}`,
  );
}
