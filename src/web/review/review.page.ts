import { reviewPage } from '../../../templates/pages/review/review.ts';
import { unchanged } from '../../commands/common/requireVisible.ts';
import { answerInvitation } from '../../commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../commands/review/evaluation/deliverReview.ts';
import { declareTie } from '../../commands/review/ties/toldTies.ts';
import { type ReviewDesk, settledBy, viewReview } from '../../commands/review/views/viewReview.ts';
import { recordVisit } from '../../commands/review/visits.ts';
import { revision, ticked } from '../forms/fields.ts';
import { formAction, showForm } from '../forms/formPage.ts';
import { visitFields } from '../forms/visit.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { declineFields, reasonIn } from './decline.form.ts';
import { staffReview } from './review.view.ts';
import { tieFields } from './tie.form.ts';

/** A reviewer's own review: answer the invitation, go through the themes, deliver. */
export function staffReviewPage(router: WebRouter): void {
  const template = reviewPage;
  const load = (ctx: WebContext) => viewReview(ctx.deps, askerOf(ctx), ctx.params.reviewId ?? '');
  const page = (desk: ReviewDesk, ctx: WebContext) => staffReview(desk, ctx.words);
  const addressOf = (ctx: WebContext) => `/${ctx.words.language}/review/${ctx.params.reviewId}`;

  router.get('/review/:reviewId', async (ctx) => {
    const settled = await settledBy(ctx.deps, askerOf(ctx), ctx.params.reviewId ?? '');
    if (settled !== null) return ctx.redirect(`/${ctx.words.language}/review/moderate/${settled}`);
    await showForm(ctx, { template, page }, await load(ctx));
  });

  formAction(router, '/review/:reviewId/accept', {
    template,
    load,
    page,
    shape: { revision, noConflictDeclared: ticked },
    submit: async ({ revision: seen, noConflictDeclared }, { review }, ctx) => {
      unchanged(review, seen);
      await answerInvitation(ctx.deps, askerOf(ctx), {
        reviewId: review.id,
        accept: true,
        noConflictDeclared,
      });
      return addressOf(ctx);
    },
  });

  formAction(router, '/review/:reviewId/decline', {
    template,
    load,
    page,
    shape: declineFields,
    submit: async ({ revision: seen, ...said }, { review }, ctx) => {
      unchanged(review, seen);
      const reason = reasonIn(said);
      await answerInvitation(ctx.deps, askerOf(ctx), { reviewId: review.id, accept: false, reason });
      return `/${ctx.words.language}/review`;
    },
  });

  formAction(router, '/review/:reviewId/tie', {
    template,
    load,
    page,
    shape: tieFields,
    submit: async (told, { review }, ctx) => {
      const asker = askerOf(ctx);
      const { organisationId } = review;
      await declareTie(ctx.deps, asker, { ...told, personId: asker.id, organisationId });
      return `/${ctx.words.language}/ties?saved=1`;
    },
  });

  formAction(router, '/review/:reviewId/visits', {
    template,
    load,
    page: (desk, ctx) => ({ ...page(desk, ctx), names: { kind: ctx.words.t('visits.kind.label') } }),
    shape: visitFields,
    submit: async (input, { applicationId }, ctx) => {
      await recordVisit(ctx.deps, askerOf(ctx), { applicationId, ...input });
      return addressOf(ctx);
    },
  });

  formAction(router, '/review/:reviewId/deliver', {
    template,
    load,
    page,
    shape: { revision },
    submit: async ({ revision: seen }, { review }, ctx) => {
      await deliverReview(ctx.deps, askerOf(ctx), { reviewId: review.id, revision: seen });
      return addressOf(ctx);
    },
  });
}
