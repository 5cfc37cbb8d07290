import { readEvidence } from '../../commands/evidence/readEvidence.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { sendFile } from '../sendFile.ts';
import type { WebRouter } from '../state.ts';

/** A file of an application for whoever may read it. */
export function evidenceFile(router: WebRouter): void {
  router.get('/evidence/:id', async (ctx) => {
    const { evidence, bytes } = await readEvidence(ctx.deps, askerOf(ctx), ctx.params.id ?? '');
    sendFile(ctx, evidence, bytes);
  });
}
