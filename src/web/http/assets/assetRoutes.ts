import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { memoize } from '../../../i18n/memoize.ts';
import { codingFor } from '../codings.ts';
import type { WebContext, WebRouter } from '../state.ts';
import type { Asset, Assets } from './assets.ts';

const year = 365 * 24 * 3600;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
/** More than there are assets. */
const maxCompressed = 1000;

/** Style sheet, fonts and pictures: cached by browsers for a year, compressed once for each coding. */
export function assetRoutes(router: WebRouter, assets: Assets): void {
  const compressed = {
    br: memoize(maxCompressed, ({ bytes }: Asset) => brotliCompressSync(bytes, quality)),
    gzip: memoize(maxCompressed, ({ bytes }: Asset) => gzipSync(bytes)),
  };
  const send = (ctx: WebContext, name: string, kept = `max-age=${year}, immutable`): void => {
    const asset = requireVisible(assets.find(name));
    ctx.set('Cache-Control', `public, ${kept}`);
    ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
    ctx.vary('Accept-Encoding');
    // A font is compressed by its format.
    const coding = asset.type === 'font/woff2' ? null : codingFor(ctx.headers['accept-encoding']);
    ctx.body = coding ? compressed[coding](asset) : asset.bytes;
    ctx.type = asset.type;
    ctx.etag = `${asset.digest.slice(0, 32)}${coding ? `-${coding}` : ''}`;
    if (coding) ctx.set('Content-Encoding', coding);
  };
  // Other sites run it, and name it without the digest of its content.
  router.get('/embed.js', (ctx) => {
    ctx.set('Access-Control-Allow-Origin', '*');
    send(ctx, 'embed.js', 'max-age=3600');
  });
  router.get('/assets/:name', (ctx) => send(ctx, ctx.params.name ?? ''));
  router.get('/assets/fonts/:name', (ctx) => send(ctx, `fonts/${ctx.params.name}`));
}
