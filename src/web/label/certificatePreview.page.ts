import {
  previewForCommittee,
  previewForRapporteur,
} from '../../commands/committee/views/previewCertificate.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sendPaper } from '../papers/sendPaper.ts';

/** The certificate of a file as it would be issued, for those who are about to decide on it. */
export function certificatePreviewRoutes(router: WebRouter): void {
  const send = (preview: typeof previewForCommittee) => async (ctx: WebContext) => {
    const applicationId = ctx.params.applicationId ?? '';
    const which = { applicationId, language: ctx.words.language };
    await sendPaper(ctx, `${applicationId}-preview`, () => preview(ctx.deps, askerOf(ctx), which));
  };
  router.get('/committee/:applicationId/certificate.pdf', send(previewForCommittee));
  router.get('/files/:applicationId/certificate.pdf', send(previewForRapporteur));
}
