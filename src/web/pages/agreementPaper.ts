import { readAgreement } from '../../commands/label/readAgreement.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { sendPaper } from '../sendPaper.ts';
import type { WebContext } from '../state.ts';

/** Answers with the agreement as it was signed; `id` names the part of the path that holds the application's number. */
export function sendAgreement(id: 'id' | 'applicationId') {
  return async (ctx: WebContext): Promise<void> => {
    const applicationId = ctx.params[id] ?? '';
    await sendPaper(ctx, `${applicationId}-agreement`, () =>
      readAgreement(ctx.deps, askerOf(ctx), { applicationId }),
    );
  };
}
