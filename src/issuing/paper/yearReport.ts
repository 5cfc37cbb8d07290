import type { YearReportPaper } from '../../commands/items/papers.ts';
import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import type { ProcedureFigures } from '../../commands/items/yearFigures.ts';
import { endOfDay } from '../../register/day.ts';
import type { Sector } from '../../register/sector.ts';
import { heading, type Pair, pairs, paragraph } from './paperBlocks.ts';
import { closePaper, openPaper, type Paper, paperWords, room } from './paperSheet.ts';

/** What a step with its figures takes: they stay on one page. */
const stepHeight = 120;

/** The figures of a year as they were published, for who reads them on paper or keeps them. */
export async function makeYearReport(report: YearReportPaper, seal?: SealPlace): Promise<Buffer> {
  const { language, year, figures, published, specimen, address } = report;
  const { on, register, procedure, themes, flows } = figures;
  const words = paperWords(language);
  const { t, number } = words;
  const title = t('procedureFigures.title', { year: String(year) });
  const paper = openPaper({ language, title, running: title, specimen, createdAt: endOfDay(on), seal });
  const themeName = (theme: string) => published.texts[language].themes[theme]?.title ?? theme;
  const sectorName = (sector: Sector | null) =>
    sector === null ? t('meetings.noSector') : t(`sectors.${sector}`);
  heading(paper, 'H1', title);
  paragraph(paper, t('procedureFigures.until', { day: words.date(on) }));
  paragraph(paper, `${t('figures.data')} ${address}`, 'small');
  heading(paper, 'H2', t('figures.register'));
  const counts = (['labels', 'offers', 'communes'] as const).map(
    (name): Pair => [t(`figures.rows.${name}`), number(register[name])],
  );
  pairs(paper, counts);
  if (procedure) writeProcedure(paper, procedure, themeName);
  if (themes.length > 0) heading(paper, 'H2', t('figures.themes'));
  pairs(
    paper,
    themes.map(({ theme, average }): Pair => [themeName(theme), number(average), average]),
  );
  writeExchanges(paper, figures.exchanges);
  if (flows.length > 0) heading(paper, 'H3', t('figures.flows'));
  pairs(
    paper,
    flows.map(
      ({ buyer, seller, deals }): Pair => [`${sectorName(buyer)} – ${sectorName(seller)}`, number(deals)],
    ),
  );
  return closePaper(paper);
}

function writeProcedure(
  paper: Paper,
  procedure: ProcedureFigures,
  themeName: (theme: string) => string,
): void {
  const { t, number } = paper.words;
  const told = (count: number | null) => (count === null ? t('procedureFigures.fewer') : number(count));
  const { steps, files, floors, agreement, complaints } = procedure;
  heading(paper, 'H2', t('procedureFigures.files'));
  paragraph(paper, t('procedureFigures.filesNote'), 'small');
  pairs(
    paper,
    Object.entries(files).map(
      ([passage, count]): Pair => [paper.words.tOf(`passages.${passage}`), told(count)],
    ),
  );
  heading(paper, 'H2', t('procedureFigures.steps'));
  const days = (count: number) => t('howLong.working', { days: count });
  if (steps.some(({ took }) => took !== null)) paragraph(paper, t('procedureFigures.stepsNote'), 'small');
  for (const { step, target, took } of steps) {
    room(paper, stepHeight);
    heading(paper, 'H3', t(`howLong.names.${step}`));
    const given: Pair = [t('howLong.target'), days(target)];
    const taken: Pair[] = took
      ? [
          [t('howLong.half'), days(took.median)],
          [t('howLong.ninth'), days(took.ninth)],
          [t('howLong.files'), number(took.files)],
        ]
      : [[t('howLong.files'), t('howLong.few')]];
    pairs(paper, [given, ...taken]);
  }
  heading(paper, 'H2', t('procedureFigures.floors'));
  paragraph(paper, floors.length > 0 ? t('procedureFigures.floorsNote') : t('procedureFigures.few'), 'small');
  pairs(
    paper,
    floors.map(({ theme, reached }): Pair => [themeName(theme), number(reached), reached]),
  );
  heading(paper, 'H2', t('procedureFigures.agreement'));
  if (agreement) {
    const { alpha, files: compared, interval } = agreement;
    paragraph(paper, t('procedureFigures.alpha', { alpha: number(alpha, 2), files: compared }));
    const range = interval && { low: number(interval.low, 2), high: number(interval.high, 2) };
    if (range) paragraph(paper, t('procedureFigures.interval', range), 'small');
  } else {
    paragraph(paper, t('procedureFigures.agreementFew'));
  }
  heading(paper, 'H2', t('procedureFigures.complaints'));
  const rows = ['received', 'answered', 'inTime'] as const;
  pairs(
    paper,
    rows.map((row): Pair => {
      const isShare = row === 'inTime' && complaints[row] === null;
      return [t(`procedureFigures.${row}`), isShare ? t('procedureFigures.few') : told(complaints[row])];
    }),
  );
}

function writeExchanges(paper: Paper, exchanges: YearReportPaper['figures']['exchanges']): void {
  const { t, number } = paper.words;
  const rows = ['needs', 'found', 'conversations', 'deals', 'value'] as const;
  heading(paper, 'H2', t('figures.exchanges'));
  paragraph(paper, t('figures.steps'), 'small');
  pairs(
    paper,
    rows.map((row): Pair => {
      const value = exchanges[row];
      const few = t(row === 'value' ? 'exchange.figures.noValue' : 'exchange.figures.few');
      const told =
        row === 'value' ? t('exchange.figures.francs', { value: number(value ?? 0) }) : number(value ?? 0);
      return [t(`exchange.figures.rows.${row}`), value === null ? few : told];
    }),
  );
}
