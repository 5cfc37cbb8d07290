import type { Assessment, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import { factsAt } from '../criteria/figuresAt.ts';
import type { Criterion, Cycle, Level, Scheme, Scope } from '../criteria/scheme.ts';
import { gapsOf } from './gaps.ts';
import { levelOf } from './level.ts';
import { isCarried, marksOf, marksOfOffer, noMarks } from './marks.ts';
import { shown } from './shown.ts';
import { fileVerdictOf, goalsOf, isMandatory, type Verdict } from './verdict.ts';

/** What a file comes to as its applicant claims it. */
export type Result = ReturnType<typeof resultOf>;

/** The result of an assessment: the same numbers for every page, document and answer. What it carries over counts, and is not listed. */
export function resultOf(scheme: Scheme, cycle: Cycle, assessment: Assessment) {
  const marks = marksOf(scheme, cycle, assessment);
  const verdict = fileVerdictOf(scheme, cycle, marks);
  // For the organisation, `offerId` is empty.
  const scope = (which: Scope, offerId: string, given: Verdict) => {
    const part = which === 'offer' ? assessment.offers.find((one) => one.offerId === offerId) : assessment;
    const answers = part?.answers ?? [];
    const facts = factsAt(assessment, offerId);
    const asked = criteriaOf(scheme, which).filter(({ id }) => !isCarried(assessment, offerId, id));
    const levels = asked.map((criterion) => {
      const answer = answers.find((one) => one.criterion === criterion.id);
      const { level, from, value } = levelOf(criterion, answer, facts, cycle);
      const { id, theme } = criterion;
      return { criterion: id, theme, level, from, ...(value !== undefined && { value }) };
    });
    const partOf = (all: Marks) => (which === 'offer' ? marksOfOffer(all, offerId) : all.organisation);
    return {
      offerId,
      overall: pointsOf(given.score.overall),
      threshold: given.threshold,
      thresholdReached: given.overallReached,
      complete: given.complete,
      passes: given.passes,
      themes: given.score.themes.map(({ theme, points }) => ({
        theme,
        ...pointsOf(points),
        floor: goalsOf(scheme, which, cycle).themeFloor,
        /** True as well where none of its criteria is applicable. */
        floorReached: !given.floors.some((missed) => missed.theme === theme),
      })),
      levels,
      mandatory: asked.flatMap((criterion) => {
        const level = levels.find((one) => one.criterion === criterion.id)?.level ?? null;
        return mandatoryOf(criterion, cycle, level, given);
      }),
      /** Criteria without a level. */
      missing: given.missing,
      /** What keeps the label away, with the nearest ways to close it. */
      gaps: gapsOf(scheme, which, cycle, partOf(marks), partOf(assessment.carried ?? noMarks)),
    };
  };
  return {
    criteriaVersion: scheme.version,
    cycle,
    organisation: scope('organisation', '', verdict.organisation),
    offers: verdict.offers.map((offer) => scope('offer', offer.offerId, offer.verdict)),
  };
}

/** Points as everyone is shown them, and before any rounding; null where nothing is applicable. */
function pointsOf(exact: number | null) {
  return { shown: exact === null ? null : shown(exact), exact };
}

function mandatoryOf(criterion: Criterion, cycle: Cycle, level: Level | 'na' | null, { mandatory }: Verdict) {
  if (!criterion.minimum || !isMandatory(criterion, cycle)) return [];
  const met = !mandatory.some((unmet) => unmet.criterion === criterion.id);
  return [{ criterion: criterion.id, required: criterion.minimum.level, level, met }];
}
