import { printDecision } from '../../commands/committee/views/printDecision.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import { paperNumber, sendPaper } from './sendPaper.ts';

/** Answers with the letter of a decision; `id` names the part of the path that holds the application's number. */
export function sendDecision(id: 'id' | 'applicationId') {
  return async (ctx: WebContext): Promise<void> => {
    const applicationId = ctx.params[id] ?? '';
    const which = { applicationId, n: paperNumber(ctx), language: ctx.words.language };
    await sendPaper(ctx, `${applicationId}-${which.n}-decision`, () =>
      printDecision(ctx.deps, askerOf(ctx), which),
    );
  };
}
