import { printFile } from '../../../commands/application/views/printPapers.ts';
import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import { toldCertificate } from '../../../commands/items/heldCertificate.ts';
import { resultOf } from '../../../scoring/result.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { sendAgreement, sendDecision, sendProof } from '../../papers/applicationPapers.ts';
import { paperNumber, sendPaper } from '../../papers/sendPaper.ts';
import { loadFile } from './loadFile.ts';

/** The papers of an application for its people, and its result for their programs. */
export function depositRoutes(router: WebRouter): void {
  router.get('/applications/:id/proof/:n.pdf', sendProof('id'));
  router.get('/applications/:id/decision/:n.pdf', sendDecision('id'));
  router.get('/applications/:id/agreement.pdf', sendAgreement('id'));
  router.get('/applications/:id/file.pdf', async (ctx) => {
    const { application } = await loadFile(ctx);
    const which = { ...whichFile(ctx), n: null };
    await sendPaper(ctx, application.id, () => printFile(ctx.deps, askerOf(ctx), which));
  });
  router.get('/applications/:id/file/:n.pdf', async (ctx) => {
    const { application } = await loadFile(ctx);
    const which = { ...whichFile(ctx), n: paperNumber(ctx) };
    await sendPaper(ctx, `${application.id}-${which.n}`, () => printFile(ctx.deps, askerOf(ctx), which));
  });
  router.get('/applications/:id/result.json', async (ctx) => {
    const { application, assessment, published } = await loadFile(ctx);
    ctx.body = {
      application: application.id,
      certificates: (assessment.certificates ?? []).map(toldCertificate),
      ...resultOf(published.whole, cycleOfCopy(assessment), assessment),
    };
  });
}

function whichFile(ctx: WebContext) {
  return { applicationId: ctx.params.id ?? '', language: ctx.words.language };
}
