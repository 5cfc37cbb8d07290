import { readAgreement } from '../../commands/label/views/readAgreement.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import { sendPaper } from './sendPaper.ts';

/** Answers with the agreement as it was signed; `id` names the part of the path that holds the application's number. */
export function sendAgreement(id: 'id' | 'applicationId') {
  return async (ctx: WebContext): Promise<void> => {
    const applicationId = ctx.params[id] ?? '';
    await sendPaper(ctx, `${applicationId}-agreement`, () =>
      readAgreement(ctx.deps, askerOf(ctx), { applicationId }),
    );
  };
}
