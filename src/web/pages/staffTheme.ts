import { scoreAt } from '../../commands/evaluation/reviewMarks.ts';
import { scoreCriterion } from '../../commands/evaluation/scoreCriterion.ts';
import { type DeskPlace, viewReview } from '../../commands/evaluation/viewReview.ts';
import { found, unchanged } from '../../commands/found.ts';
import type { Score } from '../../commands/items.ts';
import { LabelError } from '../../errors.ts';
import { revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { scoreFields, scoresIn } from '../forms/scoreFields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { placeKey } from '../presenters/staffPlace.ts';
import { staffTheme } from '../presenters/staffTheme.ts';
import type { WebContext, WebRouter } from '../state.ts';

/** One theme on a reviewer's desk: scores can be left for later, but one that differs from the claim says why. */
export function staffThemePage(router: WebRouter): void {
  const themeOf = (ctx: WebContext) => ctx.params.theme ?? '';
  formPage(router, '/review/:reviewId/:theme', {
    template: 'staff/theme',
    load: async (ctx) => {
      const desk = await viewReview(ctx.deps, askerOf(ctx), ctx.params.reviewId ?? '');
      const places = desk.places.filter(({ criterion }) => criterion.theme === themeOf(ctx));
      found(desk.stage === 'scoring' && places.length > 0 ? desk : null);
      return { desk, places };
    },
    page: ({ desk }, ctx) => ({
      ...staffTheme(desk, themeOf(ctx), String(ctx.query.saved ?? ''), ctx.words),
    }),
    shape: ({ places }) => ({ revision, ...scoreFields(places, false) }),
    submit: async (input, { desk, places }, ctx) => {
      const { review, published } = desk;
      unchanged(review, Number(input.revision));
      const scores = scoresIn(input, places);
      explained(input, scores, places);
      for (const score of scores) {
        await scoreCriterion(ctx.deps, askerOf(ctx), { reviewId: review.id, score });
      }
      const themes = published.scheme.themes.map(({ id }) => id);
      const next = themes[themes.indexOf(themeOf(ctx)) + 1];
      const address = `/${ctx.words.language}/review/${review.id}`;
      return next === undefined ? address : `${address}/${next}?saved=${themeOf(ctx)}`;
    },
  });
}

/** Refuses all of a form where a comment stands without a level, or a level that differs from the claim without a comment. */
function explained(
  input: Readonly<Record<string, unknown>>,
  scores: readonly Score[],
  places: readonly DeskPlace[],
): void {
  const faults = places.flatMap((place) => {
    const key = placeKey(place);
    const score = scoreAt(scores, { offerId: place.offerId, criterion: place.criterion.id });
    const comment = String(input[`${key}.comment`] ?? '');
    if (!score) return comment === '' ? [] : [{ field: `${key}.level`, code: 'required' }];
    const differs = score.level !== place.claim.level;
    return differs && comment === '' ? [{ field: `${key}.comment`, code: 'required' }] : [];
  });
  const reasons = faults.some(({ field }) => field.endsWith('.comment')) ? ['commentOnDeviation'] : [];
  if (faults.length > 0) throw new LabelError('invalid', { faults, reasons });
}
