import type { OfferTask, Progress } from '../../../../src/web/application/answers/tasks.view.ts';
import { pictogram } from '../../../components/pictogram.ts';
import { type Pill, pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

interface Task {
  readonly href: string;
  readonly pictogram: string;
  readonly title: string;
  readonly line: string;
  /** Where it is. */
  readonly state?: Pill;
}

/** A list of things to do, each with how far it is. */
export function tasks(list: readonly Task[]): Html {
  return html`<ul class="tasks">
  ${list.map(
    (task) => html`<li class="task">
    <span class="tile">${pictogram(task.pictogram, 'pictogram--small')}</span>
    <span class="task__text"><a href="${task.href}">${task.title}</a><span class="task__line">${task.line}</span></span>
    ${task.state && html`<span class="task__state">${pill(task.state)}</span>`}
  </li>`,
  )}
</ul>`;
}

/** The offers of an application, whose address is `href`, as things to do. */
export function offerTasks(frame: Frame, href: string, offers: readonly OfferTask[]): Task[] {
  return offers.map(({ id, name, type, pictogram: picture, progress }) => ({
    href: `${href}/offers/${id}`,
    pictogram: picture,
    title: name,
    line: frame.t(`offerTypes.${type}`),
    state: stateOf(frame, progress),
  }));
}

/** How far a task is. Where two people answered at once, choosing comes before all else. */
export function stateOf({ t }: Frame, { rivals, done, of }: Progress): Pill {
  if (rivals > 0) return { tone: 'sun', text: t('saving.rival.open', { count: rivals }) };
  if (done === 0) return { tone: '', text: t('applicant.state.todo') };
  if (done < of) return { tone: 'sun', text: t('applicant.state.part', { done, of }) };
  return { tone: 'leaf', text: t('applicant.state.done') };
}
