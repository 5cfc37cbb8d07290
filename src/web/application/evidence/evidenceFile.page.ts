import { readEvidence } from '../../../commands/application/views/readEvidence.ts';
import { sendFile } from '../../http/sendFile.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';

/** A file of an application for whoever may read it. */
export function evidenceFile(router: WebRouter): void {
  router.get('/evidence/:id', async (ctx) => {
    const { evidence, bytes } = await readEvidence(ctx.deps, askerOf(ctx), ctx.params.id ?? '');
    sendFile(ctx, evidence, bytes);
  });
}
