import { Readable } from 'node:stream';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { sealCertificates } from '../../commands/verify/sealCertificates.ts';
import { trustBundle } from '../../commands/verify/trustBundle.ts';
import { rootsForSigning, trustRoots } from '../../commands/verify/trustRoots.ts';
import { limitClient } from '../http/limits.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';

/**
 * All that files are checked against, for whoever checks them without us (`made-in-ess verify`), a few labels in memory at a time; the
 * newest root; each certificate of the seal, as programs import it (RFC 2585).
 */
export function trustBundleRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/trust-bundle', openToAll, async (ctx) => {
    await limitClient(ctx, deps, 'downloads');
    // While it can still be said that there is nothing to sign it with.
    await rootsForSigning(deps);
    ctx.set('Cache-Control', 'no-cache');
    ctx.attachment('trust-bundle.jsonl');
    ctx.type = 'application/jsonl';
    ctx.body = Readable.from(trustBundle(deps));
  });
  router.get('/api/v1/trust-root', openToAll, async (ctx) => {
    const root = requireVisible((await trustRoots(deps)).at(-1));
    ctx.attachment('trust-root.json');
    ctx.type = 'application/json';
    ctx.body = JSON.stringify(root);
  });
  router.get('/seals/:certificate', openToAll, async (ctx) => {
    const { certificate = '' } = ctx.params;
    const seals = await sealCertificates(deps);
    const { digest, der } = requireVisible(seals.find((one) => certificate === `${one.digest}.cer`));
    ctx.attachment(`seal-${digest.slice(0, 8)}.cer`);
    ctx.type = 'application/pkix-cert';
    ctx.body = der;
  });
}
