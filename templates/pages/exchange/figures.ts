import type { exchangeFigures } from '../../../src/commands/exchange/views/exchangeFigures.ts';
import { definitions } from '../../components/definitions.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

type Figures = Awaited<ReturnType<typeof exchangeFigures>>;

/** What came of the exchanges, in figures without names. */
export function exchangeFiguresPage(
  frame: Frame,
  { figures, year }: { readonly figures: Figures; readonly year: number | null },
): Html {
  const { t, lang, number } = frame;
  const rows = ['needs', 'found', 'conversations', 'deals', 'value'] as const;
  const shown = (name: (typeof rows)[number]) => {
    const figure = figures[name];
    if (figure === null) return t(name === 'value' ? 'exchange.figures.noValue' : 'exchange.figures.few');
    return name === 'value' ? t('exchange.figures.francs', { value: number(figure) }) : number(figure);
  };
  const lead = t('exchange.figures.lead');
  return layout(
    frame,
    { title: titleOf(frame, t('exchange.figures.title')), description: lead },
    html`<div class="narrow">
<p class="overline"><a href="/${lang}/needs">${t('exchange.needs.title')}</a></p>
<h1>${t('exchange.figures.title')}</h1>
<p class="lead">${lead}</p>
<section class="card">${definitions(rows.map((name) => ({ term: t(`exchange.figures.rows.${name}`), text: shown(name) })))}</section>
${year !== null && html`<p class="below"><a href="/${lang}/figures/${String(year)}">${t('figures.title', { year: String(year) })}</a></p>`}
</div>`,
  );
}
