import { printDecision } from '../../commands/decision/printDecision.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { paperNumber, sendPaper } from '../sendPaper.ts';
import type { WebContext } from '../state.ts';

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
