import type { Bonds, Candidate, Wanted } from './candidate.ts';

/** What one aspect costs: 0 where the person fits as well as can be, the most of `maxOf` where nothing fits. */
interface Reason {
  readonly aspect: Aspect;
  readonly cost: number;
  /** What was counted: themes known of all, files in hand of those that may be; 0 and 0 where nothing is. */
  readonly count: number;
  readonly of: number;
}

/** What each aspect costs at most, in points. A file in a language that one does not read is worse than anything else but its sum. */
const maxOf = { language: 40, sector: 20, themes: 20, legalForm: 10, load: 30, distance: 25 };
/** What makes a person fit a file more or less. */
type Aspect = keyof typeof maxOf;

/** The cost of giving a file to a person, 0 at best, with the reason for each part of it. Whole points, so that sums are exact. */
export function costOf(candidate: Candidate, bonds: Bonds, wanted: Wanted) {
  const { themes, sectors, sector, legalForms, languages, load, cap } = candidate;
  const known = wanted.themes.filter((theme) => themes.includes(theme)).length;
  const knowsSector = wanted.sector === null || [...sectors, sector].includes(wanted.sector);
  const reasons = [
    missing('language', languages.includes(wanted.language)),
    missing('sector', knowsSector),
    share('themes', wanted.themes.length - known, known, wanted.themes.length),
    missing('legalForm', legalForms.includes(wanted.legalForm)),
    share('load', load, load, cap),
    missing('distance', bonds.other.length === 0),
  ];
  return { cost: reasons.reduce((sum, { cost }) => sum + cost, 0), reasons };
}

function missing(aspect: Aspect, fits: boolean): Reason {
  return { aspect, cost: fits ? 0 : maxOf[aspect], count: 0, of: 0 };
}

/** Of `of` parts, `lacking` are not as they should be. */
function share(aspect: Aspect, lacking: number, count: number, of: number): Reason {
  const cost = of === 0 ? 0 : Math.round((maxOf[aspect] * Math.min(lacking, of)) / of);
  return { aspect, cost, count, of };
}
