import * as z from 'zod';
import { answerCriterion } from '../../../commands/application/selfAssessment/answerCriterion.ts';
import type { RivalAnswer } from '../../../commands/items/items.ts';
import { saySame } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { Criterion, Level } from '../../../criteria/scheme.ts';
import type { Marks } from '../../forms/autosave.ts';
import { optionalLine, optionalLines } from '../../forms/fields.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { choiceValues } from './choices.view.ts';
import { type FieldShape, type TypedFields, textOf } from './fields.form.ts';
import { answerIn } from './scope.view.ts';
import { answerMark, rivalIn, rivalMark } from './versionTokens.view.ts';

/** The fields of some criteria: `<id>.level`, `.evidence`, `.comment`, and `.seen` that the page carries along. */
export function answerShape(criteria: readonly Criterion[]): FieldShape {
  return Object.fromEntries(
    criteria.flatMap((criterion) => [
      [`${criterion.id}.level`, z.enum(choiceValues(criterion)).optional()],
      [`${criterion.id}.evidence`, optionalLine(200).unwrap().optional()],
      [`${criterion.id}.comment`, optionalLines(2000).unwrap().optional()],
      [`${criterion.id}.seen`, z.string().max(40).optional()],
    ]),
  );
}

/** An answer that a form changes, and what it stands beside. */
export interface TypedAnswer {
  readonly answer: Answer;
  readonly before: Answer | null;
  /** Someone else changed it since the form was shown. */
  readonly late: boolean;
  /** Of a late one: what the same page has kept beside the answer already. */
  readonly rival: string | undefined;
  /** It says what is kept already: nothing to write, and the page is up to date with it. */
  readonly same: boolean;
}

/**
 * The answers that a form changes; a field that was not sent stays as it is. One that a page shows as it was before, while
 * somebody else changed it, says nothing.
 */
export function changedAnswers(
  criteria: readonly Criterion[],
  typed: TypedFields,
  kept: { readonly answers: readonly Answer[]; readonly rivals: readonly RivalAnswer[] },
): TypedAnswer[] {
  return criteria.flatMap(({ id }) => {
    if (!isSent(id, typed)) return [];
    const seen = textOf(typed, `${id}.seen`);
    const before = answerIn(id, kept.answers) ?? null;
    const own = kept.rivals.find((rival) => rival.id === rivalIn(seen) && rival.answer.criterion === id);
    const answer = answered(id, typed, own?.answer ?? before);
    const same = saySame(answer, own?.answer ?? before);
    if (!same && seen === answerMark(answer)) return [];
    const late = seen !== undefined && seen !== answerMark(before);
    return [{ answer, before, late, rival: own?.id, same }];
  });
}

/**
 * Saves answers one by one: what came second is kept beside what came first. Gives the marks that their fields `<id>.seen`
 * have from now on.
 */
export async function saveAnswers(
  ctx: WebContext,
  place: { readonly applicationId: string; readonly offerId: string },
  changed: readonly TypedAnswer[],
): Promise<Marks> {
  const marks: Marks = {};
  const refusals: unknown[] = [];
  for (const { same, ...one } of changed) {
    const field = `${one.answer.criterion}.seen`;
    try {
      const kept = same ? null : await answerCriterion(ctx.deps, askerOf(ctx), { ...place, ...one });
      const rival = same ? one.rival : kept?.id;
      marks[field] = rival === undefined ? answerMark(one.answer) : rivalMark(rival);
    } catch (error) {
      refusals.push(error);
    }
  }
  // The others are saved all the same.
  if (refusals.length > 0) throw refusals[0];
  return marks;
}

/** The first criterion whose answer came second, by the marks of a save. */
export function firstRival(marks: Marks): string | undefined {
  const field = Object.keys(marks).find((name) => rivalIn(marks[name]) !== undefined);
  return field?.slice(0, -'.seen'.length);
}

/** A page's script sends the fields of one criterion; of the others it says nothing. */
function isSent(criterion: string, typed: TypedFields): boolean {
  return Object.keys(typed).some((name) => name.startsWith(`${criterion}.`) && name !== `${criterion}.seen`);
}

function answered(criterion: string, typed: TypedFields, before: Answer | null): Answer {
  const { level, na } = chosen(textOf(typed, `${criterion}.level`), before);
  return {
    criterion,
    level,
    na,
    evidence: textOf(typed, `${criterion}.evidence`) ?? before?.evidence ?? '',
    comment: textOf(typed, `${criterion}.comment`) ?? before?.comment ?? '',
    ...(before?.files && { files: before.files }),
  };
}

function chosen(value: string | undefined, before: Answer | null): Pick<Answer, 'level' | 'na'> {
  if (value === undefined) return { level: before?.level ?? null, na: before?.na ?? false };
  if (value === 'na') return { level: null, na: true };
  if (value === 'figures') return { level: null, na: false };
  return { level: Number(value) as Level, na: false };
}
