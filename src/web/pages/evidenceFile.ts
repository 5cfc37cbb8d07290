import { readEvidence } from '../../commands/evidence/readEvidence.ts';
import { askerOf } from '../middleware/signedIn.ts';
import type { WebRouter } from '../state.ts';

/**
 * A file of an application for whoever may read it. It is saved, never shown: what someone else wrote must not run or be
 * drawn at our address, whatever a browser takes it for.
 */
export function evidenceFile(router: WebRouter): void {
  router.get('/evidence/:id', async (ctx) => {
    const { evidence, bytes } = await readEvidence(ctx.deps, askerOf(ctx), ctx.params.id ?? '');
    ctx.attachment(evidence.name, { fallback: plainLetters(evidence.name) });
    ctx.set({
      'Content-Type': evidence.contentType,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    });
    ctx.body = bytes;
  });
}

/** The name for programs that do not know the other way to write one (RFC 6266, appendix D): letters without their accents. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/g, '-');
}
