import type { YearReportPaper } from '../../../src/commands/items/papers.ts';
import { realScheme } from './realScheme.ts';

/** The report of a year in which every figure is told, or in which there was too little of everything. */
export function yearReportSample(language: YearReportPaper['language'], told = true): YearReportPaper {
  const published = realScheme();
  const themes = published.scheme.themes.map((theme) => (typeof theme === 'string' ? theme : theme.id));
  const count = told ? 25 : null;
  return {
    ...{ language, year: 2026, published, specimen: true, address: 'https://label.example/fr/figures/2026' },
    figures: {
      on: '2026-12-31',
      register: { labels: 40, offers: 90, communes: 12 },
      themes: told ? themes.map((theme) => ({ theme, average: 62, labels: 20 })) : [],
      exchanges: {
        needs: count,
        found: count,
        conversations: count,
        deals: count,
        value: told ? 12_000 : null,
      },
      flows: told ? [{ buyer: 'food', seller: null, deals: 10 }] : [],
      medians: [],
      procedure: {
        steps: [
          { step: 'screening', target: 10, took: told ? { median: 4, ninth: 11, files: 25 } : null },
          { step: 'evaluation', target: 40, took: told ? { median: 31, ninth: 52, files: 25 } : null },
          { step: 'decision', target: 30, took: null },
          { step: 'agreement', target: 30, took: told ? { median: 1, ninth: 9, files: 20 } : null },
        ],
        files: {
          ...{ begun: count, sent: count, admitted: count },
          ...{ evaluated: count, decided: count, granted: null },
        },
        floors: told ? themes.map((theme) => ({ theme, reached: 88, files: 25 })) : [],
        agreement: told ? { alpha: 0.71, files: 25, interval: { low: 0.62, high: 0.79 } } : null,
        complaints: { received: count, answered: count, inTime: told ? 96 : null },
      },
    },
  };
}
