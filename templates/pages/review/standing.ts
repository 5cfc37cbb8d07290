import type { Workbench } from '../../../src/web/review/workbench.view.ts';
import { button } from '../../components/button.ts';
import { progress } from '../../components/progress.ts';
import { reasonList } from '../../components/reasonList.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { reasonTexts } from '../../staffWords.ts';
import { jumpChips } from './jump.ts';

/** The parts of the workbench that follow from what was saved: its script puts them in the place of the old ones. */
export function workbenchSaved(frame: Frame, view: Workbench): Html {
  return html`${standing(frame, view)}${lacks(frame, view)}${given(frame, view)}${onwards(frame, view)}${jump(frame, view)}`;
}

/** Where the field is in which something is missing. */
const fieldOf = { level: 'level', comment: 'comment', finding: 'missing' } as const;

/** What the criterion shown still lacks, each with the way to its field, and what else delivery would refuse. */
export function lacks(frame: Frame, view: Pick<Workbench, 'lacks' | 'stops'>): Html {
  const { t } = frame;
  return html`<div class="savebar__lacks" id="lacks" tabindex="-1" data-live="lacks" aria-live="polite">${reasonList(reasonTexts(frame, view.stops), 'stop')}${
    view.lacks.length > 0 &&
    html`<ul class="notes">${view.lacks.map((lack) => html`<li class="note note--missing"><a href="#${fieldOf[lack]}">${t(`workbench.lack.${lack}`)}</a></li>`)}</ul><p class="quiet small">${t('workbench.marked')}</p>`
  }</div>`;
}

/** The level that is given here, and how many criteria have one. */
export function given({ t }: Frame, { given: level, progress: { value, max } }: Workbench): Html {
  return html`<p class="savebar__given" data-live="given"><strong>${level ?? t('workbench.ungiven')}</strong> <span class="quiet">${t('staff.progress', { count: value, total: max })}</span></p>`;
}

/** The button to the next criterion; where something is missing here it says that one goes on all the same. */
export function onwards({ t }: Frame, { at: { n, total }, lacks: missing }: Workbench): Html {
  const text = t(n === total ? 'workbench.finish' : 'workbench.next');
  return html`<div class="savebar__onwards" data-live="onwards">${
    missing.length > 0
      ? button({ text: t('workbench.despite'), name: 'go', value: 'despite' })
      : button({ text, name: 'go', value: 'next' })
  }</div>`;
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
