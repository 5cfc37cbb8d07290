import * as z from 'zod';
import { queuePage } from '../../../templates/pages/review/queue.ts';
import { reviewPage } from '../../../templates/pages/review/review.ts';
import { requireRevision } from '../../commands/common/requireVisible.ts';
import { answerInvitation, declineReasons } from '../../commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../commands/review/evaluation/deliverReview.ts';
import { declareTie } from '../../commands/review/ties/declareTie.ts';
import { listReviews } from '../../commands/review/views/listReviews.ts';
import { type ReviewDesk, settledBy, viewReview } from '../../commands/review/views/viewReview.ts';
import { recordVisit } from '../../commands/review/visits.ts';
import { invalid } from '../../errors.ts';
import { optionalLines, revision, ticked } from '../forms/fields.ts';
import { showForm } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
import { visitFields } from '../forms/visit.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { staffQueue } from './queue.view.ts';
import { staffReview } from './review.view.ts';
import { queueList } from './reviewLists.view.ts';
import { tieFields } from './ties.page.ts';

/** A reviewer's invitations, reviews and moderations. */
export function staffQueuePage(router: WebRouter): void {
  listExport(router, '/review', (deps, ctx) => queueList(deps, askerOf(ctx), ctx.words));
  router.get('/review', async (ctx) => {
    ctx.render(queuePage, staffQueue(await listReviews(ctx.deps, askerOf(ctx)), ctx.words));
  });
}

/** Declining an invitation: one of the predefined reasons, or another one in words. */
const declineFields = { revision, why: z.enum(declineReasons).optional(), reason: optionalLines(1000) };

/** A reviewer's own review: answer the invitation, go through the themes, deliver. */
export function staffReviewPage(router: WebRouter): void {
  const path = '/review/:reviewId';
  const idOf = (ctx: WebContext) => ctx.params.reviewId ?? '';
  const page = {
    template: reviewPage,
    load: (ctx: WebContext) => viewReview(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (desk: ReviewDesk, ctx: WebContext) => ({
      ...staffReview(desk, ctx.words),
      // A tie has a kind as well, which bears the common name of such a field.
      names: ctx.path.endsWith('/visits') ? { kind: ctx.words.t('visits.kind.label') } : {},
    }),
  };

  router.get(path, async (ctx) => {
    const settled = await settledBy(ctx.deps, askerOf(ctx), idOf(ctx));
    if (settled !== null) return ctx.redirect(`/${ctx.words.language}/review/moderate/${settled}`);
    await showForm(ctx, page, await page.load(ctx));
  });

  const form = formsBelow(router, path, {
    ...page,
    about: (ctx) => ({ reviewId: idOf(ctx) }),
    next: (ctx) => `/${ctx.words.language}/review/${idOf(ctx)}`,
  });
  form(
    'accept',
    { revision, noConflictDeclared: ticked },
    async (deps, asker, { revision: read, ...input }, { review }) => {
      requireRevision(review, read);
      await answerInvitation(deps, asker, { ...input, accept: true });
    },
  );
  form(
    'decline',
    declineFields,
    async (deps, asker, { reviewId, revision: read, why, reason }, { review }) => {
      requireRevision(review, read);
      if (why === undefined && reason === '') throw invalid('reason', 'required');
      await answerInvitation(deps, asker, { reviewId, accept: false, reason: why ?? reason });
    },
    (ctx) => `/${ctx.words.language}/review`,
  );
  form(
    'tie',
    tieFields,
    (deps, asker, { reviewId: _, ...tie }, { review: { organisationId } }) =>
      declareTie(deps, asker, { ...tie, personId: asker.id, organisationId }),
    (ctx) => `/${ctx.words.language}/ties?saved=1`,
  );
  form('visits', visitFields, (deps, asker, { reviewId: _, ...visit }, { applicationId }) =>
    recordVisit(deps, asker, { ...visit, applicationId }),
  );
  form('deliver', { revision }, deliverReview);
}
