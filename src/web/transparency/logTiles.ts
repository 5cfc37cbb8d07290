import { requireVisible } from '../../commands/common/requireVisible.ts';
import { readEntries, readTile } from '../../commands/transparency/readLog.ts';
import { trustedLog } from '../../commands/transparency/trustedLog.ts';
import { LabelError } from '../../errors.ts';
import { entryBundle } from '../../transparency/write/entryBundle.ts';
import { readTilePath } from '../../transparency/write/tilePath.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebContext, WebMiddleware, WebRouter } from '../http/state.ts';

/** What is at such an address never changes. */
const forever = 'public, max-age=31536000, immutable';

/** Told of by C2SP, not by the OpenAPI document: an address of several steps is no part of a path there (OpenAPI 3.1, 4.8.8.1). */
const openFormat: WebMiddleware = (ctx, next) => openToAll(ctx, next);

/** The public log as files, in the formats of C2SP (tlog-tiles, tlog-checkpoint), open to programs in any browser. */
export function logTileRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/log/checkpoint', openFormat, async (ctx) => {
    const { checkpoint } = requireVisible(await deps.store.logHead());
    ctx.set('Cache-Control', 'no-cache');
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = requireVisible(checkpoint).note;
  });
  // Whom to believe: the key of the log, and its witnesses; and whom proofs of earlier years are by.
  router.get('/log/keys.json', openFormat, async (ctx) => {
    const { vkey, earlier, witnesses } = requireVisible(await trustedLog(deps));
    const { vkeys, quorum } = deps.issuing.witnesses;
    const left = witnesses.filter((witness) => !vkeys.includes(witness));
    ctx.set('Cache-Control', 'no-cache');
    ctx.body = { v: 1, log: vkey, witnesses: vkeys, quorum, earlier: { logs: earlier, witnesses: left } };
  });
  router.get('/log/tile/entries/*path', openFormat, async (ctx) => {
    const entries = requireVisible(await readEntries(deps, placeOf(ctx)));
    sendBytes(ctx, entryBundle(entries.map(({ entry }) => Buffer.from(entry))));
  });
  router.get('/log/tile/:level/*path', openFormat, async (ctx) => {
    const { level = '' } = ctx.params;
    if (!/^(?:\d|[1-5]\d|6[0-3])$/.test(level)) throw new LabelError('notFound');
    sendBytes(ctx, requireVisible(await readTile(deps, Number(level), placeOf(ctx))));
  });
  // Beside the entries: what was stated, until it has to be erased.
  router.get('/log/statements/*path', openFormat, async (ctx) => {
    const entries = requireVisible(await readEntries(deps, placeOf(ctx)));
    ctx.set('Cache-Control', 'no-cache');
    ctx.type = 'application/jsonl';
    ctx.body = entries.map(({ statement }) => `${statement ?? '{"erased":true}'}\n`).join('');
  });
}

function placeOf({ params: { path = '' } }: WebContext) {
  return requireVisible(readTilePath(path));
}

function sendBytes(ctx: WebContext, bytes: Buffer): void {
  ctx.set('Cache-Control', forever);
  ctx.type = 'application/octet-stream';
  ctx.body = bytes;
}
