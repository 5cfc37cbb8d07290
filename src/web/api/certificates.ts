import { LabelError } from '../../errors.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { readEntry } from '../register/readEntry.ts';

/** The certificate of a label as it was last issued. */
export function certificateRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/labels/:number/certificate.pdf', openToAll, async (ctx) => {
    const { entry } = await readEntry(ctx, deps, ctx.params.number ?? '');
    const certificate = entry.files.findLast((file) => file.kind === 'certificate');
    const file = certificate && (await deps.files.read(certificate.digest));
    if (!file) throw new LabelError('notFound');
    ctx.body = file.bytes;
    ctx.type = 'application/pdf';
    ctx.set('Content-Disposition', `inline; filename="${entry.number}.pdf"`);
  });
}
