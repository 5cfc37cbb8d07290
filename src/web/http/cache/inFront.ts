import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { HostCounts } from '../hosts/hostCounts.ts';
import { addressOf } from './addressOf.ts';
import type { Kept, KeptAnswers } from './keptAnswers.ts';
import { sendKept } from './sendKept.ts';

type Application = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const compress = promisify(brotliCompress);
/** Made once for many readers; the highest quality takes ten times as long for a few hundredths less. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };
/** Smaller bodies (bytes) go in one packet either way. */
const worthPacking = 1000;

/**
 * Answers what is kept before the application is asked at all. Who asks for what is being made at this moment waits for it,
 * instead of having it made again. `hosts` counts every request, whoever answers it.
 */
export function inFront(
  answers: KeptAnswers,
  application: Application,
  hosts: Pick<HostCounts, 'count'>,
): RequestListener {
  const underWay = new Map<string, Promise<void>>();
  const answered = (req: IncomingMessage, res: ServerResponse, address: string): boolean => {
    const kept = answers.find(address, req.headers);
    if (!kept) return false;
    sendKept(req, res, kept, answers.slab);
    kept.sent += 1;
    if (kept.sent === 1) void pack(answers, kept);
    return true;
  };
  const ask = async (req: IncomingMessage, res: ServerResponse, address: string): Promise<void> => {
    const first = underWay.get(address);
    if (first) {
      await first;
      // What may not be kept is made for each.
      return answered(req, res, address) ? undefined : application(req, res);
    }
    const made = application(req, res).finally(() => underWay.delete(address));
    underWay.set(address, made);
    return made;
  };
  return (req, res) => {
    hosts.count(req);
    const address = addressOf(req);
    if (address === null) void application(req, res);
    else if (!answered(req, res, address)) void ask(req, res, address);
  };
}

/** Compresses what was asked for a second time. */
async function pack(answers: KeptAnswers, kept: Kept): Promise<void> {
  if (!kept.isText || kept.plain.end - kept.plain.start < worthPacking) return;
  answers.pack(kept, await compress(answers.slab.read(kept.plain), quality));
}
