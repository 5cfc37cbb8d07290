import { filePage } from '../../../templates/pages/application/file.ts';
import { inviteReviewer } from '../../commands/assignment/inviteReviewer.ts';
import { releaseReviewer } from '../../commands/assignment/releaseReviewer.ts';
import { staffApplication } from '../../commands/assignment/staffApplication.ts';
import { announceDecision } from '../../commands/decision/announceDecision.ts';
import { recommendApplication } from '../../commands/decision/recommendApplication.ts';
import { unchanged } from '../../commands/found.ts';
import { acceptApplication } from '../../commands/screening/acceptApplication.ts';
import { type OfficeFile, viewFile } from '../../commands/screening/viewFile.ts';
import { recordVisit } from '../../commands/visits/recordVisit.ts';
import { choice, line, lines, revision } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { noRefusal } from '../forms/refusal.ts';
import { visitFields } from '../forms/visitFields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { staffFile } from '../presenters/staffFile.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { sendAgreement } from './agreementPaper.ts';
import { sendProof } from './applicantDeposit.ts';
import { sendDecision } from './decisionLetter.ts';
import { outcomes } from './outcomes.ts';

const longestReason = 4000;

/** A file on the officers' desk, with the actions that its state takes from this person. */
export function staffFilePage(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const page = {
    template: filePage,
    load: (ctx: WebContext) => viewFile(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (file: OfficeFile, ctx: WebContext) => ({ ...staffFile(file, ctx.words, queryOf(ctx)) }),
  };
  const addressOf = (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}`;
  const path = '/files/:applicationId';

  router.get(path, async (ctx) => {
    const view = page.page(await page.load(ctx), ctx);
    ctx.render(page.template, { ...view, values: {}, refusal: noRefusal });
  });

  router.get(`${path}/proof/:n.pdf`, sendProof('applicationId'));
  router.get(`${path}/agreement.pdf`, sendAgreement('applicationId'));
  router.get(`${path}/decision/:n.pdf`, sendDecision('applicationId'));

  formAction(router, `${path}/accept`, {
    ...page,
    shape: { revision },
    submit: async (input, _, ctx) => {
      await acceptApplication(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), ...input });
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/invite`, {
    ...page,
    shape: { revision, person: line(60) },
    submit: async (input, { application }, ctx) => {
      unchanged(application, input.revision);
      await inviteReviewer(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), personId: input.person });
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/release`, {
    ...page,
    // Without the file's revision, which a delivery raises: it would tell that one came.
    shape: { review: line(60), reason: lines(longestReason) },
    submit: async ({ review, reason }, _, ctx) => {
      const released = { applicationId: idOf(ctx), reviewId: review, reason };
      await releaseReviewer(ctx.deps, askerOf(ctx), released);
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/staff`, {
    ...page,
    shape: { revision },
    submit: async (input, _, ctx) => {
      await staffApplication(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), ...input });
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/visits`, {
    ...page,
    page: (file, ctx) => ({ ...page.page(file, ctx), names: { kind: ctx.words.t('visits.kind.label') } }),
    shape: visitFields,
    submit: async (input, _, ctx) => {
      await recordVisit(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), ...input });
      return addressOf(ctx);
    },
  });

  formAction(router, `${path}/recommend`, {
    ...page,
    shape: { revision, draft: choice(outcomes), reason: lines(longestReason) },
    submit: async (input, _, ctx) => {
      const asker = askerOf(ctx);
      await recommendApplication(ctx.deps, asker, { applicationId: idOf(ctx), ...input });
      return asker.roles.includes('officer') ? addressOf(ctx) : `/${ctx.words.language}/committee`;
    },
  });

  formAction(router, `${path}/announce`, {
    ...page,
    shape: { revision },
    submit: async (input, _, ctx) => {
      await announceDecision(ctx.deps, askerOf(ctx), { applicationId: idOf(ctx), ...input });
      return addressOf(ctx);
    },
  });
}

/** The beginning of a name among those who could review the file. */
function queryOf({ query }: WebContext): string {
  return typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '';
}
