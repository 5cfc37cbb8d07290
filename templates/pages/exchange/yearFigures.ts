import type { viewYearFigures } from '../../../src/commands/exchange/views/yearFigures.ts';
import type { YearFigures } from '../../../src/commands/items/yearFigures.ts';
import type { Sector } from '../../../src/register/sector.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { procedureFigures } from '../desk/procedureFigures.ts';
import { bars } from './bars.ts';

export type YearFiguresView = Awaited<ReturnType<typeof viewYearFigures>> & {
  readonly themeName: (theme: string) => string;
  /** Who buys from whom, drawn; null where no flow is told. */
  readonly drawing: Html | null;
};

/** The figures of a year, drawn, and as they are read by programs. */
export function yearFiguresPage(frame: Frame, view: YearFiguresView): Html {
  const { t, lang, date } = frame;
  const { year, figures } = view;
  const title = t('figures.title', { year: String(year) });
  return layout(
    frame,
    { title: titleOf(frame, title), description: t('figures.lead') },
    html`<div class="figures">
<p class="overline"><a href="/${lang}/needs">${t('exchange.needs.title')}</a></p>
<h1>${title}</h1>
<p class="lead">${t('figures.lead')}</p>
<p class="quiet">${t('figures.until', { day: date(figures.on) })}</p>
${figureCards(frame, view)}
<p class="no-print"><a href="/${lang}/figures/${String(year)}/report.pdf">${t('procedureFigures.report')}</a></p>
<p class="no-print">${t('figures.data')} <a href="/api/v1/figures">JSON</a> · <a href="/api/v1/figures.csv">CSV</a> · <a href="/${lang}/api/copy#figures">${t('api.title')}</a></p>
${otherYears(frame, `/${lang}/figures`, view)}
</div>`,
  );
}

/** The figures of a year in cards; exact ones without a word of how counts are rounded. */
export function figureCards(
  frame: Frame,
  { figures, themeName, drawing }: Pick<YearFiguresView, 'figures' | 'themeName' | 'drawing'>,
  isExact = false,
): Html {
  const { t, number } = frame;
  const { register, themes, medians } = figures;
  return html`<div class="figures__cards">
<section class="card"><h2>${t('figures.register')}</h2>
${definitions((['labels', 'offers', 'communes'] as const).map((name) => ({ term: t(`figures.rows.${name}`), text: number(register[name]) })))}</section>
${figures.procedure && procedureFigures(frame, figures.procedure, themeName, isExact)}
<section class="card"><h2>${t('figures.exchanges')}</h2>
<p class="quiet">${isExact ? t('exactFigures.value') : t('figures.steps')}</p>
${exchanges(frame, figures)}</section>
${drawing && flowsCard(frame, figures, drawing)}
${
  medians.length > 0 &&
  barsCard(
    frame,
    t('figures.medians'),
    medians.map(({ sector, median }) => ({ name: sectorName(frame, sector), value: median })),
    { unit: t('figures.deals'), note: t('figures.mediansNote') },
  )
}
${
  themes.length > 0 &&
  barsCard(
    frame,
    t('figures.themes'),
    themes.map(({ theme, average }) => ({ name: themeName(theme), value: average })),
    { unit: t('figures.score'), most: 100 },
  )
}
</div>`;
}

/** Links to the figures of the years beside this one, below an address; nothing where there are none. */
export function otherYears(
  { t }: Frame,
  href: string,
  { previous, next }: Pick<YearFiguresView, 'previous' | 'next'>,
): Html | false {
  const years = [previous, next].flatMap((year) => (year === null ? [] : [String(year)]));
  return (
    years.length > 0 &&
    html`<p class="no-print">${t('figures.others')} ${years.map((year) => html`<a href="${href}/${year}">${year}</a> `)}</p>`
  );
}

function exchanges({ t, number }: Frame, { exchanges: of }: YearFigures): Html {
  const rows = ['needs', 'found', 'conversations', 'deals', 'value'] as const;
  return definitions(
    rows.map((name) => {
      const value = of[name];
      const few = t(name === 'value' ? 'exchange.figures.noValue' : 'exchange.figures.few');
      const isMoney = name === 'value' && value !== null;
      const text = isMoney ? t('exchange.figures.francs', { value: number(value) }) : number(value ?? 0);
      return { term: t(`exchange.figures.rows.${name}`), text: value === null ? few : text };
    }),
  );
}

/** Who buys from whom as a drawing, and as a table that says the same. */
function flowsCard(frame: Frame, { flows }: YearFigures, drawing: Html): Html {
  const { t, number } = frame;
  return html`<section class="card"><h2>${t('figures.flows')}</h2>
${drawing}
<table>
  <thead><tr><th scope="col">${t('figures.buys')}</th><th scope="col">${t('figures.sells')}</th><th scope="col" class="numeric">${t('figures.deals')}</th></tr></thead>
  <tbody>${flows.map(
    ({ buyer, seller, deals }) =>
      html`<tr><td>${sectorName(frame, buyer)}</td><td>${sectorName(frame, seller)}</td><td class="numeric">${number(deals)}</td></tr>`,
  )}</tbody>
</table></section>`;
}

/** A card of figures as bars; `most` is the whole width. */
function barsCard(
  frame: Frame,
  title: string,
  rows: Parameters<typeof bars>[1],
  { unit, note, most }: { readonly unit: string; readonly note?: string; readonly most?: number },
): Html {
  return html`<section class="card"><h2>${title}</h2>
${note && html`<p class="quiet">${note}</p>`}
${bars(frame, rows, unit, most)}</section>`;
}

function sectorName({ t }: Frame, sector: Sector | null): string {
  return sector === null ? t('meetings.noSector') : t(`sectors.${sector}`);
}
