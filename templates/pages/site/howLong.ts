import type { HowLongView } from '../../../src/web/site/howLong.view.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type Step = HowLongView['steps'][number];

/** How long each step may take, how long it took, and how the days are counted. */
export function howLongPage(frame: Frame, view: HowLongView): Html {
  const { t, lang, date } = frame;
  const { on, steps, yours, others } = view;
  const lead = t('howLong.lead');
  const few = steps.every(({ took }) => took === null);
  return layout(
    frame,
    { title: titleOf(frame, t('howLong.title')), description: lead },
    html`<div class="narrow">
<h1>${t('howLong.title')}</h1>
<p class="lead">${lead}</p>
<section class="card"><h2 id="steps">${t('howLong.steps')}</h2>
${stepTable(frame, steps)}
${!few && html`<p class="quiet small">${t('howLong.legend')}</p>`}
<p class="quiet small">${on === null || few ? t('howLong.none') : t('howLong.until', { day: date(on) })}</p></section>
<section class="card"><h2>${t('howLong.counted')}</h2>
<ul>${(['days', 'pause', 'dates', 'late'] as const).map((rule) => html`<li>${t(`howLong.promises.${rule}`)}</li>`)}</ul></section>
<section class="card"><h2>${t('howLong.others')}</h2>
${definitions([
  { term: t('howLong.yours.answer'), text: t('howLong.working', { days: yours.answer }) },
  { term: t('howLong.yours.correct'), text: t('howLong.working', { days: yours.correct }) },
  { term: t('howLong.yours.appeal'), text: t('howLong.calendar', { days: others.appeal }) },
  { term: t('howLong.ours.complaint'), text: t('howLong.calendar', { days: others.complaint }) },
])}</section>
<p class="no-print"><a href="/${lang}/apply">${t('nav.apply')}</a> · <a href="/${lang}/how">${t('nav.how')}</a></p>
</div>`,
  );
}

/** On a phone each step is a card that names its figures. */
function stepTable(frame: Frame, steps: readonly Step[]): Html {
  const { t } = frame;
  const most = Math.max(...steps.flatMap(({ target, took }) => [target, took?.ninth ?? 0]));
  const columns = [t('howLong.target'), t('howLong.half'), t('howLong.ninth'), t('howLong.files')];
  return html`<table class="stacked" role="table" aria-labelledby="steps">
  <thead role="rowgroup"><tr role="row">
    <th role="columnheader" scope="col">${t('howLong.step')}</th>
    ${columns.map((column) => html`<th role="columnheader" scope="col" class="numeric">${column}</th>`)}
  </tr></thead>
  <tbody role="rowgroup">${steps.map(
    (step) => html`<tr role="row">
    <th role="rowheader" scope="row"><strong>${t(`howLong.names.${step.step}`)}</strong>${rangeBar(step, most)}</th>
    ${cells(frame, step).map((text, at) => html`<td role="cell" class="numeric" data-column="${columns[at] ?? ''}"><span>${text}</span></td>`)}
  </tr>`,
  )}</tbody>
</table>`;
}

function cells({ t, number }: Frame, { target, took }: Step): string[] {
  const few = t('howLong.few');
  const days = (count: number) => t('howLong.days', { days: count });
  return took
    ? [days(target), days(took.median), days(took.ninth), number(took.files)]
    : [days(target), few, few, few];
}

/** Dark what half of the files took, light what nine in ten took, and a line where the time is over. */
function rangeBar({ target, took }: Step, most: number): Html {
  const x = (days: number) => String(Math.round((1000 * days) / most) / 10);
  return html`<svg class="bars__bar bars__bar--range" viewBox="0 0 101 10" preserveAspectRatio="none" aria-hidden="true"><rect class="bars__most" width="${x(took?.ninth ?? 0)}" y="2" height="6"/><rect width="${x(took?.median ?? 0)}" y="2" height="6"/><rect class="bars__target" x="${x(target)}" width="1" height="10"/></svg>`;
}
