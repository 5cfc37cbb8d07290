import type { Mark, Marks } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Level, Scheme, Scope } from '../criteria/scheme.ts';
import { levelsByCriterion } from './marks.ts';
import { reaches } from './reaches.ts';
import { type ScopeScore, scoreOf } from './score.ts';

/** A mandatory criterion below its level; `level` is null when it has no mark. */
export interface UnmetMandatory {
  readonly criterion: string;
  readonly required: Level;
  readonly level: Level | null;
}

export interface MissedFloor {
  readonly theme: string;
  readonly points: number;
  readonly floor: number;
}

/** Where an organisation or an offer stands: below the threshold, at the label, or exemplary (for our own use only). */
export type Stage = 'onTheWay' | 'labelled' | 'exemplary';

/** What the rules say of the marks of one organisation or one offer, with every reason. */
export interface Verdict {
  readonly score: ScopeScore;
  /** Every criterion has a mark. */
  readonly complete: boolean;
  /** Criteria without a mark. */
  readonly missing: readonly string[];
  readonly mandatory: readonly UnmetMandatory[];
  readonly floors: readonly MissedFloor[];
  readonly threshold: number;
  readonly overallReached: boolean;
  /** Complete, mandatory levels met, floors and threshold reached. */
  readonly passes: boolean;
  readonly stage: Stage;
}

/** The verdicts of a file. An offer can be labelled only where its organisation passes. */
export interface FileVerdict {
  readonly organisation: Verdict;
  readonly offers: readonly { readonly offerId: string; readonly verdict: Verdict }[];
  /** Ids of the offers that may bear the label; empty while the organisation does not pass. */
  readonly labelledOffers: readonly string[];
}

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
export function verdictOf(scheme: Scheme, scope: Scope, cycle: Cycle, marks: readonly Mark[]): Verdict {
  const score = scoreOf(scheme, scope, marks);
  const levels = levelsByCriterion(scheme, scope, marks);
  const goals = goalsOf(scheme, scope, cycle);
  const missing = [...levels].filter(([, level]) => level === null).map(([criterion]) => criterion);
  const mandatory = criteriaOf(scheme, scope).flatMap((rule): UnmetMandatory[] => {
    const level = levels.get(rule.id) ?? null;
    if (rule.minimum === undefined || !isMandatory(rule, cycle) || level === 'na') return [];
    const met = level !== null && level >= rule.minimum.level;
    return met ? [] : [{ criterion: rule.id, required: rule.minimum.level, level }];
  });
  const floors = score.themes.flatMap(({ theme, points }): MissedFloor[] =>
    points === null || reaches(points, goals.themeFloor) ? [] : [{ theme, points, floor: goals.themeFloor }],
  );
  const overallReached = score.overall !== null && reaches(score.overall, goals.overall);
  const complete = missing.length === 0;
  const passes = complete && mandatory.length === 0 && floors.length === 0 && overallReached;
  return {
    score,
    complete,
    missing,
    mandatory,
    floors,
    threshold: goals.overall,
    overallReached,
    passes,
    stage: stageOf(scheme, score, passes),
  };
}

/** The verdicts on a whole file, organisation and offers. */
export function fileVerdictOf(scheme: Scheme, cycle: Cycle, marks: Marks): FileVerdict {
  const organisation = verdictOf(scheme, 'organisation', cycle, marks.organisation);
  const offers = marks.offers.map((offer) => ({
    offerId: offer.offerId,
    verdict: verdictOf(scheme, 'offer', cycle, offer.marks),
  }));
  const labelled = organisation.passes ? offers.filter((offer) => offer.verdict.passes) : [];
  return { organisation, offers, labelledOffers: labelled.map((offer) => offer.offerId) };
}
