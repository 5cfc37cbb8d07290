import type { ProcedureFigures, YearFigures } from '../../commands/items/yearFigures.ts';

type Year = YearFigures & { readonly year: number };
/** `figure` by the name that programs know, of what, with whom, and what it is; an empty text for what is not told. */
export type FigureRow = readonly [year: number, ...Told];
type Told = readonly [figure: string, of: string, other: string, value: string | number];

/** The figures of a year, one a row. */
export function figureRows(view: Year): FigureRow[] {
  const { year, on, register, themes, exchanges, flows, medians, procedure } = view;
  const rows: Told[] = [
    ['countedUntil', '', '', on],
    ...Object.entries({ ...register, ...exchanges }).map(
      ([name, value]): Told => [name, '', '', value ?? ''],
    ),
    ...themes.map(({ theme, average }): Told => ['themeAverage', theme, '', average]),
    ...flows.map(({ buyer, seller, deals }): Told => ['dealsBetween', buyer ?? '', seller ?? '', deals]),
    ...medians.map(({ sector, median }): Told => ['medianDeals', sector, '', median]),
    ...(procedure ? procedureRows(procedure) : []),
  ];
  return rows.map((row) => [year, ...row]);
}

function procedureRows({ steps, files, floors, agreement, complaints }: ProcedureFigures): Told[] {
  return [
    ...steps.flatMap(({ step, target, took }): Told[] => [
      ['stepTarget', step, '', target],
      ['stepMedian', step, '', took?.median ?? ''],
      ['stepNinthInTen', step, '', took?.ninth ?? ''],
      ['stepFiles', step, '', took?.files ?? ''],
    ]),
    ...Object.entries(files).map(([passage, count]): Told => ['files', passage, '', count ?? '']),
    ...floors.map(({ theme, reached }): Told => ['floorReached', theme, '', reached]),
    ['reviewersAlpha', '', '', agreement?.alpha ?? ''],
    ['reviewersAlphaLow', '', '', agreement?.interval?.low ?? ''],
    ['reviewersAlphaHigh', '', '', agreement?.interval?.high ?? ''],
    ...Object.entries(complaints).map(([name, count]): Told => ['complaints', name, '', count ?? '']),
  ];
}
