import * as z from 'zod';
import { answerCriterion } from '../../../commands/application/selfAssessment/answerCriterion.ts';
import type { RivalAnswer } from '../../../commands/items/items.ts';
import { contentOf, saySame } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { VersionTokens } from '../../forms/autosave.ts';
import { optionalLine, optionalLines } from '../../forms/fields.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { passagesTyped } from '../evidence/passages.form.ts';
import { choiceOf, choiceValues } from './choices.form.ts';
import { type FieldShape, type TypedFields, textOf } from './fields.form.ts';
import { answerTo } from './scope.view.ts';
import { answerToken, rivalIn, rivalToken } from './versionTokens.view.ts';

/** The fields of some criteria: `<id>.level`, `.evidence`, `.comment` and the hidden `.versionToken`. */
export function answerShape(criteria: readonly Criterion[]): FieldShape {
  return Object.fromEntries(
    criteria.flatMap((criterion) => [
      [`${criterion.id}.level`, z.enum(choiceValues(criterion)).optional()],
      [`${criterion.id}.evidence`, optionalLine(200).unwrap().optional()],
      [`${criterion.id}.comment`, optionalLines(2000).unwrap().optional()],
      [`${criterion.id}.versionToken`, z.string().max(40).optional()],
    ]),
  );
}

/**
 * The answers that a form changes; a field that was not sent stays as it is. One that a page shows as it was before, while
 * somebody else changed it, is left out.
 */
export function changedAnswers(
  criteria: readonly Criterion[],
  typed: TypedFields,
  kept: { readonly answers: readonly Answer[]; readonly rivals: readonly RivalAnswer[] },
) {
  return criteria.flatMap(({ id }) => {
    if (!isSent(id, typed)) return [];
    const token = textOf(typed, `${id}.versionToken`);
    const before = answerTo(id, kept.answers) ?? null;
    const own = kept.rivals.find((rival) => rival.id === rivalIn(token) && rival.answer.criterion === id);
    const answer = answered(id, typed, own?.answer ?? before);
    // It says what is kept already: nothing to write, and the page is up to date with it.
    const same = saySame(answer, own?.answer ?? before);
    if (!same && token === answerToken(answer)) return [];
    // Someone else changed it since the form was shown.
    const late = token !== undefined && token !== answerToken(before);
    return [{ answer, before, late, rival: own?.id, same }];
  });
}

/** Saves answers one by one: what came second is kept beside what came first. Gives their new version tokens by field. */
export async function saveAnswers(
  ctx: WebContext,
  place: { readonly applicationId: string; readonly offerId: string },
  changed: ReturnType<typeof changedAnswers>,
): Promise<VersionTokens> {
  const tokens: VersionTokens = {};
  const refusals: unknown[] = [];
  for (const { same, ...one } of changed) {
    try {
      const kept = same ? null : await answerCriterion(ctx.deps, askerOf(ctx), { ...place, ...one });
      const rival = same ? one.rival : kept?.id;
      const token = rival === undefined ? answerToken(one.answer) : rivalToken(rival);
      tokens[`${one.answer.criterion}.versionToken`] = token;
    } catch (error) {
      refusals.push(error);
    }
  }
  // The others are saved all the same.
  if (refusals.length > 0) throw refusals[0];
  return tokens;
}

/** The first criterion whose answer came second, by the tokens of a save. */
export function firstRival(tokens: VersionTokens): string | undefined {
  return Object.keys(tokens)
    .find((name) => rivalIn(tokens[name]) !== undefined)
    ?.split('.')[0];
}

/** A page's script sends the fields of one criterion; of the others it says nothing. */
function isSent(criterion: string, typed: TypedFields): boolean {
  const token = `${criterion}.versionToken`;
  return Object.keys(typed).some((name) => name.startsWith(`${criterion}.`) && name !== token);
}

function answered(criterion: string, typed: TypedFields, before: Answer | null): Answer {
  const { level, na, evidence, comment } = contentOf(before);
  const sent = (field: string) => textOf(typed, `${criterion}.${field}`);
  const choice = sent('level');
  const passages = passagesTyped(criterion, typed, before);
  return {
    criterion,
    ...(choice === undefined ? { level, na } : choiceOf(choice)),
    evidence: sent('evidence') ?? evidence,
    comment: sent('comment') ?? comment,
    ...(before?.files && { files: before.files }),
    ...(passages.length > 0 && { passages }),
  };
}
