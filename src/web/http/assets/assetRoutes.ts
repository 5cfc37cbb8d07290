import { brotliCompressSync, constants } from 'node:zlib';
import { LabelError } from '../../../errors.ts';
import type { WebContext, WebRouter } from '../state.ts';
import type { Asset, Assets } from './assets.ts';

const year = 365 * 24 * 3600;

/** Style sheet, fonts and pictures: kept by browsers for a year, compressed once. */
export function assetRoutes(router: WebRouter, assets: Assets): void {
  const small = new Map<string, Buffer>();
  const send = (ctx: WebContext, name: string): void => {
    const asset = assets.find(name);
    if (!asset) throw new LabelError('notFound');
    ctx.set('Cache-Control', `public, max-age=${year}, immutable`);
    ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
    ctx.vary('Accept-Encoding');
    const brotli = ctx.acceptsEncodings('br', 'identity') === 'br';
    ctx.body = brotli ? compressed(small, asset) : asset.bytes;
    ctx.type = asset.type;
    ctx.etag = `${asset.digest.slice(0, 32)}${brotli ? '-br' : ''}`;
    if (brotli) ctx.set('Content-Encoding', 'br');
  };
  router.get('/assets/:name', (ctx) => send(ctx, ctx.params.name ?? ''));
  router.get('/assets/fonts/:name', (ctx) => send(ctx, `fonts/${ctx.params.name}`));
}

function compressed(kept: Map<string, Buffer>, { digest, bytes }: Asset): Buffer {
  const known = kept.get(digest);
  if (known) return known;
  const made = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  kept.set(digest, made);
  return made;
}
