import type { Facts } from '../../../criteria/assessment.ts';
import { factsOfNumber } from '../../../criteria/figureLevel.ts';
import { isNumeric } from '../../../criteria/figures.ts';
import { levelOf } from '../../../scoring/level.ts';
import { reaches } from '../../../scoring/reaches.ts';
import { isMandatory, verdictOf } from '../../../scoring/verdict.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import { type LabelFiles, marksOfLabel } from '../../file/labelFiles.ts';

/** What figures say beside those before them; `share` is the change as a part of what was there, null where nothing was. */
export function figureMoves({ published }: Pick<FrozenFile, 'published'>, before: Facts, declared: Facts) {
  const { facts, reviewTriggers } = published.scheme;
  return facts
    .filter((rule) => declared[rule.id] !== undefined && isNumeric(rule))
    .map((rule) => {
      const [then, now] = [before[rule.id], declared[rule.id]];
      const share = typeof then === 'number' && typeof now === 'number' ? shareOf(then, now) : null;
      return {
        rule,
        before: then,
        now,
        share,
        /** Whether it moved by more than what asks for a visit. */
        moved: share !== null && !reaches(reviewTriggers.factChange, Math.abs(share)),
      };
    });
}

function shareOf(before: number, now: number): number | null {
  if (before === now) return 0;
  return before === 0 ? null : (now - before) / Math.abs(before);
}

/**
 * What new figures make of the levels of a label: each criterion that is computed from them, and the verdict on the organisation at
 * the settled levels with those in their place. A criterion whose figures give the same level as before keeps the settled one.
 */
export function declaredLevels(files: LabelFiles, before: Facts, declared: Facts) {
  const [{ published, snapshot }] = files;
  const { scheme } = published;
  const { assessment } = snapshot.content;
  const cycle = cycleOfCopy(snapshot.content);
  const settled = marksOfLabel(files).organisation;
  const answers = new Map(assessment.answers.map((answer) => [answer.criterion, answer]));
  const computed = scheme.criteria.flatMap((criterion) => {
    if (!criterion.number || !factsOfNumber(criterion.number).some((id) => id in declared)) return [];
    const answer = answers.get(criterion.id);
    const then = levelOf(criterion, answer, before, cycle).level;
    const now = levelOf(criterion, answer, { ...before, ...declared }, cycle).level;
    const standing = settled.find((mark) => mark.criterion === criterion.id)?.level ?? null;
    const level = now === null || now === then ? standing : now;
    const minimum = isMandatory(criterion, cycle) ? (criterion.minimum?.level ?? null) : null;
    const below = minimum !== null && typeof level === 'number' && level < minimum;
    return [{ criterion: criterion.id, before: standing, level, minimum, below }];
  });
  const marks = settled.map((mark) => {
    const level = computed.find(({ criterion }) => criterion === mark.criterion)?.level;
    return level === undefined || level === null ? mark : { ...mark, level };
  });
  return { computed, verdict: verdictOf(scheme, 'organisation', cycle, marks) };
}
