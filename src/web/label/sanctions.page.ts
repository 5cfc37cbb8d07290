import { sanctionsPage } from '../../../templates/pages/label/sanctions.ts';
import { askRevision } from '../../commands/label/askRevision.ts';
import { labelActor } from '../../commands/label/changeLabel.ts';
import { remindOfSanction } from '../../commands/label/remindHolder.ts';
import { extendHearing, extendRepair, recordCall } from '../../commands/label/sanctions/moreTime.ts';
import { confirmNotice, dropNotice, recordNotice } from '../../commands/label/sanctions/recordedNotice.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  proposeWithdrawal,
  suspendLabel,
} from '../../commands/label/sanctions/suspension.ts';
import type { AskedGround } from '../../commands/label/views/groundOf.ts';
import { type Sanctions, viewSanctions } from '../../commands/label/views/viewSanctions.ts';
import { sanctionCodes } from '../../register/sanction.ts';
import { choice, day, lines, revision } from '../forms/fields.ts';
import { formAction } from '../forms/formPage.ts';
import { formsBelow, pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { fileOf } from '../http/uploads/upload.ts';
import { sendWithdrawal } from '../papers/applicationPapers.ts';
import { type SanctionsView, sanctionsView } from './sanctions.view.ts';

const text = lines(4000);
const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';

const sanctions = {
  template: sanctionsPage,
  load: (ctx: WebContext) => viewSanctions(ctx.deps, askerOf(ctx), idOf(ctx), groundIn(ctx)),
  page: (loaded: Sanctions, ctx: WebContext) =>
    sanctionsView(loaded, ctx.deps.clock.now().toISOString(), ctx.words),
  about: (_: WebContext, { label }: Sanctions) => ({ number: label.id }),
  next: (ctx: WebContext) => `/${ctx.words.language}/files/${idOf(ctx)}/label/sanctions`,
};

/** What an officer does where a label may not go on as it is: each form has fields of its own, because they stand on one page. */
export function sanctionsRoutes(router: WebRouter): void {
  const form = pageWithForms(router, '/files/:applicationId/label/sanctions', sanctions);
  router.get('/files/:applicationId/label/:number/decision/:n.pdf', sendWithdrawal);
  const code = choice(sanctionCodes);
  form('propose', { revision, code, reason: text, todo: text }, proposeSuspension);
  form(
    'suspend',
    {
      revision,
      suspendCode: code,
      suspendReason: text,
      suspendTodo: text,
      until: day,
      how: choice(['heard', 'urgent']),
    },
    (deps, asker, { suspendCode, suspendReason, suspendTodo, how, ...at }) =>
      suspendLabel(deps, asker, {
        ...at,
        code: suspendCode,
        reason: suspendReason,
        todo: suspendTodo,
        urgent: how === 'urgent',
      }),
  );
  form('confirm', { revision, confirmReason: text }, (deps, asker, { confirmReason: reason, ...at }) =>
    confirmSuspension(deps, asker, { ...at, reason }),
  );
  form('drop', { revision, dropReason: text }, (deps, asker, { dropReason: reason, ...at }) =>
    dropProposal(deps, asker, { ...at, reason }),
  );
  form('restore', { revision, checked: text }, async (deps, asker, { checked: reason, ...at }, { label }) =>
    askRevision(deps, await labelActor(deps, asker, label), { ...at, cause: 'restored', reason }),
  );
  form(
    'withdrawal',
    { revision, withdrawalCode: code, withdrawalReason: text },
    (deps, asker, { withdrawalCode, withdrawalReason: reason, ...at }) =>
      proposeWithdrawal(deps, asker, { ...at, code: withdrawalCode, reason }),
  );
  timeForms(form);
  noticeForms(router, sanctions);
}

/** More time, a reminder, and what the holder said by telephone. */
function timeForms(
  form: ReturnType<typeof pageWithForms<Sanctions, SanctionsView, { readonly number: string }>>,
): void {
  form(
    'extend-hearing',
    { revision, hearingDueOn: day, hearingReason: text },
    (deps, asker, { hearingDueOn: dueOn, hearingReason: reason, ...at }) =>
      extendHearing(deps, asker, { ...at, dueOn, reason }),
  );
  form(
    'extend-repair',
    { revision, repairDueOn: day, repairReason: text },
    (deps, asker, { repairDueOn: dueOn, repairReason: reason, ...at }) =>
      extendRepair(deps, asker, { ...at, dueOn, reason }),
  );
  form(
    'record-call',
    { revision, calledOn: day, callText: text },
    (deps, asker, { calledOn: on, callText, ...at }) =>
      recordCall(deps, asker, { ...at, on, text: callText }),
  );
  for (const of of ['hearing', 'repair'] as const)
    form(`remind-${of}`, { revision }, (deps, asker, { number }) =>
      remindOfSanction(deps, asker, { number, of }),
    );
}

/** A notice that came on paper or by e-mail: recorded with its document, then confirmed by somebody else or put aside. */
function noticeForms(router: WebRouter, page: typeof sanctions): void {
  const path = '/files/:applicationId/label/sanctions';
  // Where whoever had to sign in anew chooses the file once more.
  router.get(`${path}/record-notice`, async (ctx) => {
    await page.load(ctx);
    ctx.redirect(page.next(ctx));
  });
  formAction(router, `${path}/record-notice`, {
    ...page,
    shape: { revision, noticeOn: day, noticeReason: text },
    submit: async ({ noticeReason: reason, ...at }, { label }, ctx) => {
      const input = { ...at, number: label.id, reason, file: fileOf(ctx) };
      await recordNotice(ctx.deps, askerOf(ctx), input);
      return page.next(ctx);
    },
  });
  const form = formsBelow(router, path, page);
  form('confirm-notice', { revision }, confirmNotice);
  form('drop-notice', { revision, dropNoticeReason: text }, (deps, asker, { dropNoticeReason, ...at }) =>
    dropNotice(deps, asker, { ...at, reason: dropNoticeReason }),
  );
}

/** The thing that waits on the label, as a link of its own page names it. */
function groundIn({ query }: WebContext): AskedGround {
  const named = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    surveillance: named('surveillance'),
    condition: named('condition'),
    complaint: named('complaint'),
  };
}
