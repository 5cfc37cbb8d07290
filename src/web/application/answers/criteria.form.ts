import { keepEarlier } from '../../../commands/application/renewal/earlierAnswers.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { viewRivals } from '../../../commands/application/views/viewRivals.ts';
import { sponsoredSince } from '../../../commands/file/sponsors.ts';
import { meanings } from '../../../criteria/meanings.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { passageShape } from '../evidence/passages.form.ts';
import { sponsoredCard } from '../submission/sponsorship.view.ts';
import { answerShape, changedAnswers, firstRival, saveAnswers } from './answers.form.ts';
import { earlierFigures } from './earlierAnswer.view.ts';
import { exchangedCards, exchangedIn } from './exchanged.form.ts';
import { type FieldShape, formFields, type TypedFields, textOf } from './fields.form.ts';
import { fileShape, saveFiles } from './files.form.ts';
import { rivalView } from './rivals.view.ts';
import { scopePart } from './scope.view.ts';

/** The criteria of a page: those of a theme of the organisation (`offerId` empty), or of an offer. */
interface PageOfCriteria {
  readonly offerId: string;
  readonly criteria: readonly Criterion[];
}

/** The fields of such a page: its buttons, the answers and their documents. */
export function criteriaShape(criteria: readonly Criterion[], { documents }: ApplicantFile): FieldShape {
  return {
    ...formFields,
    ...answerShape(criteria),
    ...passageShape(criteria, documents),
    ...fileShape(criteria, documents),
  };
}

/** What it shows beside its criteria: answers that came second, words given for others, and last cycle's figures in a renewal. */
export async function besideCriteria(
  file: ApplicantFile,
  { offerId, criteria }: PageOfCriteria,
  ctx: WebContext,
) {
  const text = file.published.texts[ctx.words.language];
  const rivals = await viewRivals(ctx.deps, askerOf(ctx), file, offerId);
  const counts = criteria.some(({ id }) => id === meanings.sponsoring);
  const sponsored = counts ? await sponsoredSince(ctx.deps, file.organisation.id) : null;
  return {
    rivals: rivals.map((one) => rivalView(one, text, ctx.words)),
    sponsored: sponsoredCard(sponsored, text),
    exchanged: await exchangedCards(ctx, file, criteria),
    lastCycle: earlierFigures(file, offerId, ctx.words),
  };
}

/** Saves what was typed there; goes on to `next`, or shows `here` again: where that was asked, or something is to be chosen. */
export async function saveCriteria(
  ctx: WebContext,
  file: ApplicantFile,
  page: PageOfCriteria & { readonly here: string; readonly next: string },
  input: TypedFields,
) {
  const { application, assessment } = file;
  const { offerId, criteria } = page;
  const asker = askerOf(ctx);
  const place = { applicationId: application.id, offerId };
  const rivals = (assessment.rivals ?? []).filter((one) => one.by === asker.id && one.offerId === offerId);
  const { answers } = scopePart(assessment, offerId);
  const versionTokens = await saveAnswers(ctx, place, changedAnswers(criteria, input, { answers, rivals }));
  const aside = await saveFiles(ctx, file, page, input);
  const criterion = textOf(input, 'stillTrue');
  const rival = firstRival(versionTokens);
  if (criterion !== undefined && rival === undefined) {
    await keepEarlier(ctx.deps, asker, { ...place, criterion });
  }
  const open = rival ?? criterion ?? exchangedIn(textOf(input, 'go'));
  const goesOn = open === undefined && input.go !== 'stay';
  const href = `${applicationHref(ctx.words, application.id, goesOn ? page.next : page.here)}?saved=1`;
  return { next: open === undefined ? (aside ?? href) : `${href}#${open}`, versionTokens };
}
