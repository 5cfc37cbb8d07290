import { keepEarlier } from '../../../commands/application/renewal/earlierAnswers.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { sponsoredSince, sponsoringCriterion } from '../../../commands/file/sponsors.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { sponsoredCard } from '../submission/sponsorship.view.ts';
import type { CriterionFormView } from './criterion.view.ts';
import { earlierFigure } from './earlierAnswer.view.ts';
import { type TypedFields, textOf } from './fields.form.ts';

/** What a page of criteria shows beside them: the words given for others, and last cycle's figures in a renewal. */
export async function renewalParts(
  file: ApplicantFile,
  offerId: string,
  criteria: readonly CriterionFormView[],
  ctx: WebContext,
) {
  const counts = criteria.some(({ id }) => id === sponsoringCriterion);
  const sponsored = counts ? await sponsoredSince(ctx.deps, file.organisation.id) : null;
  return {
    sponsored: sponsoredCard(sponsored, file.published.texts[ctx.words.language], ctx.words),
    lastCycle: earlierFigures(file, offerId, ctx.words),
  };
}

/** Last cycle's figures in sentences, by their id; nothing of an application that is no renewal. */
export function earlierFigures(
  { published, earlier }: ApplicantFile,
  offerId: string,
  words: Translator,
): Record<string, string> {
  if (!earlier) return {};
  const rules = factsOfScope(published.scheme, offerId === '' ? 'organisation' : 'offer');
  return Object.fromEntries(rules.map((rule) => [rule.id, earlierFigure(rule, earlier, offerId, words)]));
}

/** Says of one criterion, whose button was pressed, that it is still true; gives that criterion, or undefined. */
export async function saidAgain(
  ctx: WebContext,
  input: TypedFields,
  place: { readonly applicationId: string; readonly offerId: string },
): Promise<string | undefined> {
  const criterion = textOf(input, 'stillTrue');
  if (criterion === undefined) return undefined;
  await keepEarlier(ctx.deps, askerOf(ctx), { ...place, criterion });
  return criterion;
}
