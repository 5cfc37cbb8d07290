import { cycleOfCopy } from '../../commands/cycleOf.ts';
import { printFile } from '../../commands/selfAssessment/printFile.ts';
import { printProof } from '../../commands/selfAssessment/printProof.ts';
import { resultOf } from '../../scoring/result.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { paperNumber, sendPaper } from '../sendPaper.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { sendAgreement } from './agreementPaper.ts';
import { loadFile } from './applicantForm.ts';
import { sendDecision } from './decisionLetter.ts';

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
