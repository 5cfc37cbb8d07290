import { brotliCompressSync, constants } from 'node:zlib';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { memoize } from '../../../i18n/memoize.ts';
import type { WebContext, WebRouter } from '../state.ts';
import type { Asset, Assets } from './assets.ts';

const year = 365 * 24 * 3600;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
/** More than there are assets. */
const maxCompressed = 1000;

/** Style sheet, fonts and pictures: cached by browsers for a year, compressed once. */
export function assetRoutes(router: WebRouter, assets: Assets): void {
  const compressed = memoize(maxCompressed, ({ bytes }: Asset) => brotliCompressSync(bytes, quality));
  const send = (ctx: WebContext, name: string, kept = `max-age=${year}, immutable`): void => {
    const asset = requireVisible(assets.find(name));
    ctx.set('Cache-Control', `public, ${kept}`);
    ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
    ctx.vary('Accept-Encoding');
    // A font is compressed by its format.
    const brotli = asset.type !== 'font/woff2' && ctx.acceptsEncodings('br', 'identity') === 'br';
    ctx.body = brotli ? compressed(asset) : asset.bytes;
    ctx.type = asset.type;
    ctx.etag = `${asset.digest.slice(0, 32)}${brotli ? '-br' : ''}`;
    if (brotli) ctx.set('Content-Encoding', 'br');
  };
  // Other sites run it, and name it without the digest of its content.
  router.get('/embed.js', (ctx) => {
    ctx.set('Access-Control-Allow-Origin', '*');
    send(ctx, 'embed.js', 'max-age=3600');
  });
  router.get('/assets/:name', (ctx) => send(ctx, ctx.params.name ?? ''));
  router.get('/assets/fonts/:name', (ctx) => send(ctx, `fonts/${ctx.params.name}`));
}
