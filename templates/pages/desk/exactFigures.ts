import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { figureCards, otherYears, type YearFiguresView } from '../exchange/yearFigures.ts';
import { exportLinks } from './exportLinks.ts';

/** The figures of a year counted one by one, for the office alone. */
export function exactFiguresPage(frame: Frame, view: YearFiguresView): Html {
  const { t, lang, date } = frame;
  const year = String(view.year);
  const name = t('exactFigures.title', { year });
  return staffLayout(
    frame,
    { name },
    html`<div class="figures">
<p class="overline"><a href="/${lang}/dashboard">${t('dashboard.title')}</a></p>
<h1>${name}</h1>
<p class="lead">${t('exactFigures.lead')}</p>
<p class="quiet">${t('exactFigures.until', { day: date(view.figures.on) })}</p>
${exportLinks(frame, `dashboard/figures/${year}`, '', t('exactFigures.export'))}
${figureCards(frame, view, true)}
<p class="no-print"><a href="/${lang}/figures/${year}">${t('exactFigures.published', { year })}</a></p>
${otherYears(frame, `/${lang}/dashboard/figures`, view)}
</div>`,
  );
}
