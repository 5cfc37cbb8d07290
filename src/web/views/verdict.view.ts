import type { FileVerdict, Verdict } from '../../scoring/verdict.ts';
import { radar } from './radar.view.ts';
import type { Reading } from './reading.view.ts';
import { levelName, pointsText } from './staffWords.view.ts';

export type StaffVerdict = ReturnType<typeof staffVerdict>;

/** What the rules say of the settled levels, by scope, with the theme scores of the organisation. */
export function staffVerdict({ organisation, offers }: FileVerdict, reading: Reading) {
  const { scheme, text, words } = reading;
  const floor = scheme.thresholds.organisation.first.themeFloor;
  const { themes } = organisation.score;
  return {
    organisation: scopeVerdict(organisation, reading),
    offers: offers.map(({ offerId, verdict }) => ({
      ...scopeVerdict(verdict, reading),
      name: reading.offers.find((offer) => offer.id === offerId)?.name ?? '',
    })),
    themes: themes.map(({ theme, points }) => ({
      title: text.themes[theme]?.title ?? theme,
      points: pointsText(points, words),
      floor: words.number(floor),
      below: organisation.floors.some((missed) => missed.theme === theme),
    })),
    radar: radar({
      themes: themes.map(({ theme, points }) => ({
        label: text.themes[theme]?.short ?? theme,
        score: points ?? 0,
      })),
      floor,
      title: words.t('staff.verdict.radar'),
    }),
  };
}

function scopeVerdict(verdict: Verdict, { scheme, text, words }: Reading) {
  const { passes, score, threshold, mandatory, floors, overallReached } = verdict;
  return {
    passes,
    points: pointsText(score.overall, words),
    threshold,
    version: scheme.version,
    /** What is missing; empty when it passes. */
    missing: [
      ...mandatory.map(({ criterion, required, level }) =>
        words.t('staff.verdict.mandatory', {
          criterion: `${criterion} ${text.criteria[criterion]?.title ?? ''}`,
          required,
          level: levelName(level, text, words),
        }),
      ),
      ...floors.map(({ theme, points, floor }) =>
        words.t('staff.verdict.floor', {
          theme: text.themes[theme]?.title ?? theme,
          points: pointsText(points, words),
          floor,
        }),
      ),
      ...(overallReached ? [] : [words.t('staff.verdict.overall', { threshold })]),
    ],
  };
}
