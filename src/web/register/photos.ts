import { requireVisible } from '../../commands/common/requireVisible.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { photoFile } from '../views/photo.view.ts';
import { readEntry } from './readEntry.ts';

/**
 * What is at such an address never changes: a year is the longest that browsers are told (RFC 9111, 1.2.2). It may be taken down,
 * which caches between them and us ask about after some minutes.
 */
const caching = 'public, max-age=31536000, s-maxage=300, immutable';

/** Photographs of offers, as long as the register shows them; anything else that is stored is not found here. */
export function photoRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/labels/:number/photos/:file', openToAll, async (ctx) => {
    const { entry } = await readEntry(ctx, deps, ctx.params.number ?? '');
    const file = entry.offers
      .flatMap(({ photo }) => (photo && photoFile(entry.number, photo, ctx.path)) ?? [])
      .at(0);
    const { bytes, contentType } = requireVisible(file && (await deps.files.read(file.digest)));
    ctx.set('Cache-Control', caching);
    ctx.type = contentType;
    ctx.body = bytes;
  });
}
