import { z } from 'zod';
import type { Answer } from '../../criteria/assessment.ts';
import type { Criterion, Level } from '../../criteria/scheme.ts';
import { optionalLine, optionalLines } from '../forms/fields.ts';
import { choiceValues } from '../presenters/applicantChoices.ts';
import { answerIn } from '../presenters/applicantScope.ts';
import { seenOf } from '../presenters/applicantSeen.ts';
import { type FieldShape, requireSeen, type TypedFields, textOf } from './applicantFields.ts';

/** The fields of some criteria: `<id>.level`, `.evidence`, `.comment`, and `.seen` that the page carries along. */
export function answerShape(criteria: readonly Criterion[]): FieldShape {
  return Object.fromEntries(
    criteria.flatMap((criterion) => [
      [`${criterion.id}.level`, z.enum(choiceValues(criterion)).optional()],
      [`${criterion.id}.evidence`, optionalLine(200).unwrap().optional()],
      [`${criterion.id}.comment`, optionalLines(2000).unwrap().optional()],
      [`${criterion.id}.seen`, z.string().max(20).optional()],
    ]),
  );
}

/**
 * The answers that a form changes; a field that was not sent stays as it is. `stale`, and nothing to save, as soon as
 * one of them was changed by someone else since the form was shown.
 */
export function changedAnswers(
  criteria: readonly Criterion[],
  typed: TypedFields,
  kept: readonly Answer[],
): Answer[] {
  return criteria.flatMap(({ id }) => {
    const before = answerIn(id, kept);
    const after = answered(id, typed, before);
    if (isSame(after, before)) return [];
    requireSeen(textOf(typed, `${id}.seen`), seenOf(before));
    return [after];
  });
}

function answered(criterion: string, typed: TypedFields, before: Answer | undefined): Answer {
  const { level, na } = chosen(textOf(typed, `${criterion}.level`), before);
  return {
    criterion,
    level,
    na,
    evidence: textOf(typed, `${criterion}.evidence`) ?? before?.evidence ?? '',
    comment: textOf(typed, `${criterion}.comment`) ?? before?.comment ?? '',
  };
}

function chosen(value: string | undefined, before: Answer | undefined): Pick<Answer, 'level' | 'na'> {
  if (value === undefined) return { level: before?.level ?? null, na: before?.na ?? false };
  if (value === 'na') return { level: null, na: true };
  if (value === 'figures') return { level: null, na: false };
  return { level: Number(value) as Level, na: false };
}

function isSame(after: Answer, before: Answer | undefined): boolean {
  const { level = null, na = false, evidence = '', comment = '' } = before ?? {};
  return after.level === level && after.na === na && after.evidence === evidence && after.comment === comment;
}
