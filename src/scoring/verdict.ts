import type { Mark, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Scheme, Scope } from '../criteria/scheme.ts';
import { levelsByCriterion } from './marks.ts';
import { reaches } from './reaches.ts';
import { type ScopeScore, scoreOf } from './score.ts';

/** Where an organisation or an offer stands: below the threshold, at the label, or exemplary (for our own use only). */
export type Stage = 'onTheWay' | 'labelled' | 'exemplary';

/** What the rules say of the marks of one organisation or one offer, with every reason. */
export type Verdict = ReturnType<typeof verdictOf>;
/** The verdicts of a file. An offer can be labelled only where its organisation passes. */
export type FileVerdict = ReturnType<typeof fileVerdictOf>;

/** The threshold and the floor of one scope in one cycle; an offer has no floor. */
export function goalsOf(scheme: Scheme, scope: Scope, cycle: Cycle) {
  return scope === 'organisation'
    ? scheme.thresholds.organisation[cycle]
    : { overall: scheme.thresholds.offer.overall, themeFloor: 0 };
}

/** Whether the criterion's minimum is due: those of a first request at every request, the others from a renewal on. */
export function isMandatory(criterion: Criterion, cycle: Cycle): boolean {
  return criterion.minimum !== undefined && (criterion.minimum.due === 'first' || cycle === 'renewal');
}

function stageOf(scheme: Scheme, score: ScopeScore, passes: boolean): Stage {
  if (!passes) return 'onTheWay';
  const { overall, themeFloor } = scheme.thresholds.exemplary;
  const high = score.overall !== null && reaches(score.overall, overall);
  return high && score.themes.every((theme) => reaches(theme.points ?? 100, themeFloor))
    ? 'exemplary'
    : 'labelled';
}

/** The verdict on the marks of an organisation, or of one offer taken alone. */
export function verdictOf(scheme: Scheme, scope: Scope, cycle: Cycle, marks: readonly Mark[]) {
  const score = scoreOf(scheme, scope, marks);
  const levels = levelsByCriterion(scheme, scope, marks);
  const goals = goalsOf(scheme, scope, cycle);
  const missing = [...levels].filter(([, level]) => level === null).map(([criterion]) => criterion);
  const mandatory = criteriaOf(scheme, scope).flatMap((rule) => {
    const level = levels.get(rule.id) ?? null;
    if (rule.minimum === undefined || !isMandatory(rule, cycle) || level === 'na') return [];
    const met = level !== null && level >= rule.minimum.level;
    return met ? [] : [{ criterion: rule.id, required: rule.minimum.level, level }];
  });
  const floors = score.themes.flatMap(({ theme, points }) =>
    points === null || reaches(points, goals.themeFloor) ? [] : [{ theme, points, floor: goals.themeFloor }],
  );
  const overallReached = score.overall !== null && reaches(score.overall, goals.overall);
  const complete = missing.length === 0;
  const passes = complete && mandatory.length === 0 && floors.length === 0 && overallReached;
  return {
    score,
    /** Every criterion has a mark. */
    complete,
    /** Criteria without a mark. */
    missing,
    /** Mandatory criteria below their level; the level is null where there is no mark. */
    mandatory,
    floors,
    threshold: goals.overall,
    overallReached,
    /** Complete, mandatory levels met, floors and threshold reached. */
    passes,
    stage: stageOf(scheme, score, passes),
  };
}

/** The verdicts on a whole file, organisation and offers. */
export function fileVerdictOf(scheme: Scheme, cycle: Cycle, marks: Marks) {
  const organisation = verdictOf(scheme, 'organisation', cycle, marks.organisation);
  const offers = marks.offers.map((offer) => ({
    offerId: offer.offerId,
    verdict: verdictOf(scheme, 'offer', cycle, offer.marks),
  }));
  const labelled = organisation.passes ? offers.filter((offer) => offer.verdict.passes) : [];
  // Ids of the offers that may bear the label; none while the organisation does not pass.
  return { organisation, offers, labelledOffers: labelled.map((offer) => offer.offerId) };
}
