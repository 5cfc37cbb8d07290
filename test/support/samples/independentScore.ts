import type { SpecimenFile } from './specimen.ts';

/*
 * The score of a file, reckoned a second time from the written rule (docs/design/criteria.md#scoring) with nothing of src:
 * the weights are copied by hand and each figure has its own line, so that a fault of the engine is not a fault here too.
 */

type Answers = SpecimenFile['answers'];
type Facts = Readonly<Record<string, number | string>>;

const themeWeights = { FIN: 12, LUC: 18, GOU: 16, TRA: 10, TRV: 16, ENV: 14, COO: 14 };
/** By theme, the number of each criterion with its weight. */
const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  FIN: { 1: 4, 2: 3, 3: 2, 4: 2 },
  LUC: { 1: 4, 2: 4, 3: 4, 4: 3, 5: 1 },
  GOU: { 1: 4, 2: 3, 3: 3, 4: 1 },
  TRA: { 1: 4, 2: 2, 3: 2 },
  TRV: { 1: 4, 2: 2, 3: 3, 4: 2, 5: 2 },
  ENV: { 1: 3, 3: 2, 4: 2, 5: 2 },
  COO: { 1: 4, 2: 3, 3: 1, 4: 2, 5: 2 },
  OFR: { 1: 4, 2: 4, 3: 3, 4: 2, 5: 2 },
};

const share = (f: Facts, part: string, whole: string) => (Number(f[part]) / Number(f[whole])) * 100;
const atLeast = (value: number, ...steps: number[]) => steps.filter((step) => value >= step).length;
const atMost = (value: number, ...steps: number[]) => steps.filter((step) => value <= step).length;

/** Levels that follow from figures; undefined where they say nothing and the claimed level counts. */
const byFigures: Readonly<Record<string, (f: Facts) => number | undefined>> = {
  'FIN-02': (f) => atLeast(share(f, 'F19', 'F18'), 25, 50, 66, 90),
  'LUC-01': (f) =>
    Number(f.F06) > 0
      ? atLeast(((Number(f.F06) - Number(f.F20)) / Number(f.F06)) * 100, 25, 51, 75, 100)
      : undefined,
  'LUC-02': (f) => {
    const max = Math.max(Number(f.F21), Number(f.F22), Number(f.F23));
    if (Number(f.F08) > 0) return atMost((max / Number(f.F08)) * 100, 8, 6, 2, 0);
    return max > 0 ? 0 : 4;
  },
  'LUC-03': (f) => atMost(Number(f.F10) / Number(f.F24), 7, 5, 3, 2),
  'TRV-04': (f) => atLeast(share(f, 'F17', 'F01'), 0.1, 3, 6, 10),
  'COO-01': (f) => atLeast(share(f, 'F13', 'F12'), 2, 5, 15, 30),
  'COO-02': (f) => atLeast(share(f, 'F14', 'F12'), 20, 40, 60, 80),
  'OFR-01': (f) => {
    const made = share(f, 'O02', 'O01');
    const level = f.O00 === 'food' ? atLeast(made, 60, 80, 90, 100) : atLeast(made, 40, 60, 80, 95);
    return f.O04 === 'yes' ? level : Math.min(level, 1);
  },
  'OFR-02': (f) => atLeast(Number(f.O03), 40, 51, 70, 90),
};

/** Points of a theme from 0 to 100; null when none of its criteria is applicable. */
function pointsOf(theme: string, answers: Answers, facts: Facts): number | null {
  let [reached, possible] = [0, 0];
  for (const [number, weight] of Object.entries(weights[theme] ?? {})) {
    const id = `${theme}-0${number}`;
    if (answers[id]?.na) continue;
    const level = byFigures[id]?.(facts) ?? answers[id]?.level;
    if (level === undefined) throw new Error(`${id} has no level`);
    reached += weight * (level / 4);
    possible += weight;
  }
  return possible === 0 ? null : (100 * reached) / possible;
}

/** What the rule gives for a file: points by theme, the organisation's overall, and each offer's. */
export function independentScore({ answers, facts, offers }: SpecimenFile) {
  const themes = Object.entries(themeWeights).map(([theme, weight]) => ({
    theme,
    weight,
    points: pointsOf(theme, answers, facts),
  }));
  const counted = themes.flatMap(({ weight, points }) => (points === null ? [] : [{ weight, points }]));
  const sum = (of: (one: (typeof counted)[number]) => number) =>
    counted.reduce((all, one) => all + of(one), 0);
  return {
    themes: Object.fromEntries(themes.map(({ theme, points }) => [theme, points])),
    overall: sum(({ weight, points }) => weight * points) / sum(({ weight }) => weight),
    offers: offers.map((offer) => pointsOf('OFR', offer.answers, { ...offer.facts, O00: offer.type })),
  };
}
