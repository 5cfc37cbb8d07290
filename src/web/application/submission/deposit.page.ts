import { printFile } from '../../../commands/application/views/printFile.ts';
import { printProof } from '../../../commands/application/views/printProof.ts';
import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import { resultOf } from '../../../scoring/result.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { sendAgreement } from '../../papers/agreementPaper.ts';
import { sendDecision } from '../../papers/decisionLetter.ts';
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
      ...resultOf(published.scheme, cycleOfCopy(assessment), assessment),
    };
  });
}

/** Answers with the proof of a submission; `id` names the part of the path that holds the application's number. */
export function sendProof(id: 'id' | 'applicationId') {
  return async (ctx: WebContext): Promise<void> => {
    const applicationId = ctx.params[id] ?? '';
    const which = { applicationId, n: paperNumber(ctx), language: ctx.words.language };
    await sendPaper(ctx, `${applicationId}-${which.n}-proof`, () =>
      printProof(ctx.deps, askerOf(ctx), which),
    );
  };
}

function whichFile(ctx: WebContext) {
  return { applicationId: ctx.params.id ?? '', language: ctx.words.language };
}
