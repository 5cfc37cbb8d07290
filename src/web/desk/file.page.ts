import { filePage } from '../../../templates/pages/desk/file.ts';
import { acceptApplication } from '../../commands/application/screening/screenApplication.ts';
import { announceDecision } from '../../commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../commands/committee/decision/recommendApplication.ts';
import { unchanged } from '../../commands/common/requireVisible.ts';
import { type OfficeFile, viewFile } from '../../commands/desk/viewFile.ts';
import { inviteReviewer } from '../../commands/review/assignment/inviteReviewer.ts';
import { releaseReviewer } from '../../commands/review/assignment/releaseReviewer.ts';
import { staffApplication } from '../../commands/review/assignment/staffApplication.ts';
import { recordVisit } from '../../commands/review/visits.ts';
import { sendProof } from '../application/submission/deposit.page.ts';
import { choice, line, lines, revision } from '../forms/fields.ts';
import { formAction, formView } from '../forms/formPage.ts';
import { outcomes } from '../forms/outcomes.ts';
import { visitFields } from '../forms/visit.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sendAgreement } from '../papers/agreementPaper.ts';
import { sendDecision } from '../papers/decisionLetter.ts';
import { staffFile } from './file.view.ts';

const maxReasonLength = 4000;

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

  formView(router, path, page);

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
    shape: { review: line(60), reason: lines(maxReasonLength) },
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
    shape: { revision, draft: choice(outcomes), reason: lines(maxReasonLength) },
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
