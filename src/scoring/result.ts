import type { Assessment } from '../criteria/assessment.ts';
import { criteriaOf } from '../criteria/criteriaOf.ts';
import type { Criterion, Cycle, Level, Scheme, Scope } from '../criteria/scheme.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { type LevelFound, levelOf } from './level.ts';
import { marksOf, marksOfOffer } from './marks.ts';
import { shown } from './shown.ts';
import { fileVerdictOf, goalsOf, isMandatory, type Verdict } from './verdict.ts';

/** Points as everyone is shown them, and before any rounding; null where nothing is applicable. */
export interface Points {
  readonly shown: number | null;
  readonly exact: number | null;
}

export interface ThemeResult extends Points {
  readonly theme: string;
  readonly floor: number;
  /** True as well where none of its criteria is applicable. */
  readonly floorReached: boolean;
}

export interface LevelResult extends Pick<LevelFound, 'level' | 'from' | 'value'> {
  readonly criterion: string;
  readonly theme: string;
}

/** What a file comes to, for the organisation (`offerId` empty) or for one offer. */
export interface ScopeResult {
  readonly offerId: string;
  readonly overall: Points;
  readonly threshold: number;
  readonly thresholdReached: boolean;
  readonly complete: boolean;
  readonly passes: boolean;
  readonly themes: readonly ThemeResult[];
  readonly levels: readonly LevelResult[];
  readonly mandatory: readonly {
    readonly criterion: string;
    readonly required: Level;
    readonly level: Level | 'na' | null;
    readonly met: boolean;
  }[];
  /** Criteria without a level. */
  readonly missing: readonly string[];
  /** What keeps the label away, with the nearest ways to close it. */
  readonly gaps: readonly Gap[];
}

/** What a file comes to as its applicant claims it. */
export interface Result {
  readonly criteriaVersion: string;
  readonly cycle: Cycle;
  readonly organisation: ScopeResult;
  readonly offers: readonly ScopeResult[];
}

/** The result of an assessment: the same numbers for every page, document and answer. */
export function resultOf(scheme: Scheme, cycle: Cycle, assessment: Assessment): Result {
  const marks = marksOf(scheme, cycle, assessment);
  const verdict = fileVerdictOf(scheme, cycle, marks);
  const scope = (which: Scope, offerId: string, given: Verdict): ScopeResult => {
    const part = assessment.offers.find((offer) => offer.offerId === offerId);
    const answers = which === 'offer' ? (part?.answers ?? []) : assessment.answers;
    const facts = which === 'offer' ? { ...assessment.facts, ...part?.facts } : assessment.facts;
    const levels = criteriaOf(scheme, which).map((criterion): LevelResult => {
      const answer = answers.find((one) => one.criterion === criterion.id);
      const { level, from, value } = levelOf(criterion, answer, facts, cycle);
      const { id, theme } = criterion;
      return { criterion: id, theme, level, from, ...(value !== undefined && { value }) };
    });
    const own = which === 'offer' ? marksOfOffer(marks, offerId) : marks.organisation;
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
        floorReached: !given.floors.some((missed) => missed.theme === theme),
      })),
      levels,
      mandatory: criteriaOf(scheme, which).flatMap((criterion) => {
        const level = levels.find((one) => one.criterion === criterion.id)?.level ?? null;
        return mandatoryOf(criterion, cycle, level, given);
      }),
      missing: given.missing,
      gaps: gapsOf(scheme, which, cycle, own),
    };
  };
  return {
    criteriaVersion: scheme.version,
    cycle,
    organisation: scope('organisation', '', verdict.organisation),
    offers: verdict.offers.map((offer) => scope('offer', offer.offerId, offer.verdict)),
  };
}

function pointsOf(exact: number | null): Points {
  return { shown: exact === null ? null : shown(exact), exact };
}

function mandatoryOf(
  criterion: Criterion,
  cycle: Cycle,
  level: Level | 'na' | null,
  { mandatory }: Verdict,
): ScopeResult['mandatory'] {
  if (!criterion.minimum || !isMandatory(criterion, cycle)) return [];
  const met = !mandatory.some((unmet) => unmet.criterion === criterion.id);
  return [{ criterion: criterion.id, required: criterion.minimum.level, level, met }];
}
