import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Counts } from '../../../commands/ports/watchPorts.ts';
import { type Coding, codingFor } from '../codings.ts';
import type { HostCounts } from '../hosts/hostCounts.ts';
import { addressOf } from './addressOf.ts';
import type { CachedResponse, ResponseCache } from './responseCache.ts';
import { sendCached } from './sendCached.ts';

type Application = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Made once for many readers; the highest quality of Brotli takes ten times as long for a few hundredths less. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };
const brotli = promisify(brotliCompress);
const compress: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotli(bytes, quality),
  gzip: promisify(gzip),
};
/** Smaller bodies (bytes) go in one packet either way. */
const minPacked = 1000;

/**
 * Answers what is cached before the application is asked at all. A request for what is being made at this moment waits for it,
 * instead of having it made again. `hosts` counts every request, whoever answers it, and `counts` what was kept and what was not.
 */
export function answerFromCache(
  answers: ResponseCache,
  application: Application,
  hosts: Pick<HostCounts, 'count'>,
  counts: Pick<Counts, 'kept' | 'missed'>,
): RequestListener {
  const pending = new Map<string, Promise<void>>();
  const answered = (req: IncomingMessage, res: ServerResponse, address: string): boolean => {
    const cached = answers.find(address, req.headers);
    if (!cached) return false;
    const coding = codingFor(req.headers['accept-encoding']);
    counts.kept(cached.route, sendCached(req, res, cached, answers.slab, coding));
    cached.sent += 1;
    if (coding && cached.packed[coding] === undefined) void pack(answers, cached, coding);
    return true;
  };
  const ask = async (req: IncomingMessage, res: ServerResponse, address: string): Promise<void> => {
    const first = pending.get(address);
    if (first) {
      await first;
      // What may not be cached is made for each.
      return answered(req, res, address) ? undefined : application(req, res);
    }
    counts.missed();
    const made = application(req, res).finally(() => pending.delete(address));
    pending.set(address, made);
    return made;
  };
  return (req, res) => {
    hosts.count(req);
    const address = addressOf(req);
    if (address === null) void application(req, res);
    else if (!answered(req, res, address)) void ask(req, res, address);
  };
}

/** Compresses what is requested a second time, in a coding that somebody reads. */
async function pack(answers: ResponseCache, cached: CachedResponse, coding: Coding): Promise<void> {
  cached.packed[coding] = null;
  if (!cached.isText || cached.plain.end - cached.plain.start < minPacked) return;
  answers.pack(cached, coding, await compress[coding](answers.slab.read(cached.plain)));
}
