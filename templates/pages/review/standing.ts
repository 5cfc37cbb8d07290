import type { Workbench } from '../../../src/web/review/workbench.view.ts';
import { progress } from '../../components/progress.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { jumpChips } from './jump.ts';

/** The parts of the workbench that follow from what was saved: its script puts them in the place of the old ones. */
export function workbenchSaved(frame: Frame, view: Workbench): Html {
  return html`${standing(frame, view)}${lacks(frame, view)}${jump(frame, view)}`;
}

/** What the criterion shown still lacks. */
export function lacks({ t }: Frame, view: Pick<Workbench, 'lacks'>): Html {
  const lines = view.lacks.map((lack) => t(`workbench.lack.${lack}`));
  return html`<div data-live="lacks" aria-live="polite">${reasonList(lines, 'missing', true)}</div>`;
}

/** How far the whole review is. */
export function standing({ t }: Frame, { progress: { value, max }, noted, raised }: Workbench): Html {
  const label = t('staff.progress', { count: value, total: max });
  return html`<div data-live="progress">${progress(value, max, label, 'sun')}<p class="quiet small">${t('workbench.noted', { count: noted })} · ${t('workbench.raised', { count: raised })}</p></div>`;
}

/** The way to every criterion, by theme and offer. */
export function jump(frame: Frame, { jump: groups, place }: Workbench): Html {
  return html`<div data-live="jump">${groups.map(
    ({ title, progress: { value, max }, places }) => html`<div class="jump">
  <p class="jump__title">${title} <span class="quiet">${value}/${max}</span></p>
  ${jumpChips(frame, places, place.key)}
</div>`,
  )}</div>`;
}
