import { sanctionsPage } from '../../../templates/pages/label/sanctions.ts';
import { askRevision } from '../../commands/label/askRevision.ts';
import { labelActor } from '../../commands/label/changeLabel.ts';
import { terminateLabel } from '../../commands/label/sanctions/notice.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  proposeWithdrawal,
  suspendLabel,
} from '../../commands/label/sanctions/suspension.ts';
import type { AskedGround } from '../../commands/label/views/groundOf.ts';
import { viewSanctions } from '../../commands/label/views/viewSanctions.ts';
import { sanctionCodes } from '../../register/sanction.ts';
import { choice, day, lines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sendWithdrawal } from '../papers/applicationPapers.ts';
import { sanctionsView } from './sanctions.view.ts';

/** What an officer does where a label may not go on as it is: each form has fields of its own, because they stand on one page. */
export function sanctionsRoutes(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const form = pageWithForms(router, '/files/:applicationId/label/sanctions', {
    template: sanctionsPage,
    load: (ctx) => viewSanctions(ctx.deps, askerOf(ctx), idOf(ctx), groundIn(ctx)),
    page: (sanctions, ctx) => sanctionsView(sanctions, ctx.deps.clock.now().toISOString(), ctx.words),
    about: (_, { label }) => ({ number: label.id }),
    next: (ctx) => `/${ctx.words.language}/files/${idOf(ctx)}/label/sanctions`,
  });
  router.get('/files/:applicationId/label/:number/decision/:n.pdf', sendWithdrawal);
  const text = lines(4000);
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
  form('terminate', { revision, terminateReason: text }, (deps, asker, { terminateReason: reason, ...at }) =>
    terminateLabel(deps, asker, { ...at, reason }),
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
