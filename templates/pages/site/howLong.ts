import type { HowLongView } from '../../../src/web/site/howLong.view.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { stepTable } from '../desk/stepTable.ts';

/** How long each step may take, how long it took, and how the days are counted. */
export function howLongPage(frame: Frame, view: HowLongView): Html {
  const { t, lang, date } = frame;
  const { on, steps, yours, others } = view;
  const lead = t('howLong.lead');
  const few = steps.every(({ took }) => took === null);
  return layout(
    frame,
    { title: titleOf(frame, t('howLong.title')), description: lead },
    html`<div class="narrow figures">
<h1>${t('howLong.title')}</h1>
<p class="lead">${lead}</p>
<section class="card"><h2 id="steps">${t('howLong.steps')}</h2>
${stepTable(frame, steps)}
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
