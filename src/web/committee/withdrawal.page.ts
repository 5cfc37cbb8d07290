import { withdrawalPage } from '../../../templates/pages/committee/withdrawal.ts';
import { concludeWithdrawal, deferWithdrawal } from '../../commands/committee/decision/concludeWithdrawal.ts';
import { takeChair } from '../../commands/committee/session/attendance.ts';
import { castVote, recuseMember } from '../../commands/committee/session/castVote.ts';
import { viewWithdrawal, type Withdrawal } from '../../commands/committee/views/viewWithdrawal.ts';
import { choice, dayOrNull, line, lines, optionalLines, revision } from '../forms/fields.ts';
import { pageWithForms } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { withdrawalView } from './withdrawal.view.ts';

const maxReasonLength = 4000;
const maxWordLength = 1000;
const item = line(80);

/** A label before the committee: members vote on its withdrawal or step out, who chairs it enters what was concluded. */
export function withdrawalRoutes(router: WebRouter): void {
  const idOf = (ctx: WebContext) => ctx.params.applicationId ?? '';
  const here = (ctx: WebContext) => `/${ctx.words.language}/committee/${idOf(ctx)}/withdrawal`;
  const form = pageWithForms(router, '/committee/:applicationId/withdrawal', {
    template: withdrawalPage,
    load: (ctx) => viewWithdrawal(ctx.deps, askerOf(ctx), idOf(ctx)),
    page: (view, ctx) => withdrawalView(view, ctx.deps.clock.now().toISOString(), ctx.words),
    about: (ctx) => ({ applicationId: idOf(ctx) }),
    next: here,
  });
  const onLabel = ({ label }: Withdrawal) => ({ number: label.id });
  form(
    'vote',
    { item, choice: choice(['for', 'against', 'abstain']), word: optionalLines(maxWordLength) },
    (deps, asker, { word: reason, ...input }) => castVote(deps, asker, { ...input, reason }),
  );
  form(
    'recuse',
    { item, person: line(60), why: lines(maxWordLength) },
    (deps, asker, { person: personId, why: reason, ...at }) =>
      recuseMember(deps, asker, { ...at, personId, reason }),
    (ctx, { person }) => (person === askerOf(ctx).id ? `/${ctx.words.language}/committee` : here(ctx)),
  );
  form(
    'chair',
    { item, revision, chairWhy: lines(maxWordLength) },
    (deps, asker, { chairWhy: reason, ...at }, { sitting }) =>
      takeChair(deps, asker, { ...at, sessionId: sitting?.session.id ?? '', reason }),
  );
  form('defer', { revision, putOff: lines(maxReasonLength) }, (deps, asker, { revision, putOff }, view) =>
    deferWithdrawal(deps, asker, { ...onLabel(view), revision, reason: putOff }),
  );
  form(
    'conclude',
    { revision, outcome: choice(['withdrawn', 'kept']), reason: lines(maxReasonLength), until: dayOrNull },
    (deps, asker, { applicationId: _, ...input }, view) =>
      concludeWithdrawal(deps, asker, { ...onLabel(view), ...input }),
  );
}
