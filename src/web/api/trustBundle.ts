import { Readable } from 'node:stream';
import { trustBundle } from '../../commands/verify/trustBundle.ts';
import { limitClient } from '../http/limits.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** All that files are checked against, for whoever checks them without us (`made-in-ess verify`); a few labels in memory at a time. */
export function trustBundleRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/trust-bundle', openToAll, async (ctx) => {
    await limitClient(ctx, deps, 'downloads');
    ctx.set('Cache-Control', 'no-cache');
    ctx.attachment('trust-bundle.jsonl');
    ctx.type = 'application/jsonl';
    ctx.body = Readable.from(trustBundle(deps));
  });
}
