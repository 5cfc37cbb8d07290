import { cycleOfCopy } from '../../commands/cycleOf.ts';
import { found } from '../../commands/found.ts';
import { printFile } from '../../commands/selfAssessment/printFile.ts';
import { printProof } from '../../commands/selfAssessment/printProof.ts';
import { resultOf } from '../../scoring/result.ts';
import { askerOf } from '../middleware/signedIn.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { loadFile } from './applicantForm.ts';

/** The papers of an application for its people, and its result for their programs. */
export function depositRoutes(router: WebRouter): void {
  router.get('/applications/:id/proof/:n.pdf', sendProof('id'));
  router.get('/applications/:id/file.pdf', async (ctx) => {
    const { application } = await loadFile(ctx);
    await countPaper(ctx);
    sendPdf(ctx, application.id, await printFile(ctx.deps, askerOf(ctx), { ...whichFile(ctx), n: null }));
  });
  router.get('/applications/:id/file/:n.pdf', async (ctx) => {
    const { application } = await loadFile(ctx);
    const n = numberIn(ctx);
    await countPaper(ctx);
    sendPdf(ctx, `${application.id}-${n}`, await printFile(ctx.deps, askerOf(ctx), { ...whichFile(ctx), n }));
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
    const n = numberIn(ctx);
    const { language } = ctx.words;
    await countPaper(ctx);
    const proof = await printProof(ctx.deps, askerOf(ctx), { applicationId, n, language });
    sendPdf(ctx, `${applicationId}-${n}-proof`, proof);
  };
}

/** A paper is dear to draw. */
function countPaper(ctx: WebContext): Promise<void> {
  return ctx.deps.limits.take('papersOfPerson', askerOf(ctx).id);
}

function whichFile(ctx: WebContext) {
  return { applicationId: ctx.params.id ?? '', language: ctx.words.language };
}

function numberIn(ctx: WebContext): number {
  const typed = ctx.params.n ?? '';
  return Number(found(/^[1-9]\d{0,3}$/.test(typed) ? typed : null));
}

function sendPdf(ctx: WebContext, name: string, bytes: Buffer): void {
  ctx.body = bytes;
  ctx.type = 'application/pdf';
  ctx.set('Content-Disposition', `inline; filename="${name}.pdf"`);
}
