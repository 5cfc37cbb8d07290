import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as wait } from 'node:timers/promises';
import type { LogSource } from '../../commands/transparency/audit/logSource.ts';
import { Unread, type UnreadCode } from '../../commands/transparency/audit/unread.ts';
import { isLoopback } from '../../isLoopback.ts';
import { readUrl } from '../../readUrl.ts';

/** How long (ms) one file may take to its last byte. */
const fileMs = 30_000;
/** How often a file is asked for again whose server is busy, and the longest that it may bid us wait (s). */
const maxAgain = 5;
const maxWait = 60;

/**
 * A log over HTTP, whose server is not trusted: only addresses below the one that was typed are asked for, no redirect is followed, and
 * every answer has a limit of bytes, counted as they come out of compression, and of time. At `ends` all reading is over.
 */
export function httpSource(address: string, ends: AbortSignal): LogSource {
  const { log, site } = addressesOf(address);
  const fileBelow = (base: string) => (path: string, maxBytes: number) =>
    explained(path, async () => {
      const answer = await ask(`${base}/${path}`, ends, () => AbortSignal.timeout(fileMs));
      return answer && gathered(answer, maxBytes);
    });
  return {
    file: fileBelow(log),
    siteFile: fileBelow(site),
    siteLines: (path, maxLineBytes) => linesOf(`${site}/${path}`, path, maxLineBytes, ends),
  };
}

/** The address of the log and that of its site, whichever was typed; https, but on this machine itself. */
function addressesOf(address: string) {
  const url = readUrl(address);
  const isOwn = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isOwn) || url.username !== '' || url.password !== '')
    throw new Unread('address', address);
  const site = `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/log$/, '')}`;
  return { site, log: `${site}/log` };
}

/** The answer; null where nothing is there. A server that is busy is asked again, as it bids. */
async function ask(url: string, ends: AbortSignal, limit?: () => AbortSignal): Promise<Response | null> {
  for (let again = 0; ; again += 1) {
    const signal = limit ? AbortSignal.any([ends, limit()]) : ends;
    const headers = { 'accept-encoding': 'gzip, identity', 'user-agent': 'made-in-ess-log-audit' };
    const answer = await fetch(url, { redirect: 'manual', signal, headers });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    const { status } = answer;
    if (status === 404 || status === 410) return null;
    if (status >= 300 && status < 400) throw new Failed('redirected');
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    const isBusy = (status === 429 || status === 503) && seconds >= 0 && seconds <= maxWait;
    if (!isBusy || again === maxAgain) throw new Failed('status', String(status));
    await wait(seconds * 1000, undefined, { signal: ends });
  }
}

async function gathered({ body }: Response, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    // Leaving the loop closes the connection.
    if (length > maxBytes) throw new Failed('tooLong');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* linesOf(url: string, path: string, maxLineBytes: number, ends: AbortSignal) {
  const answer = await explained(path, () => ask(url, ends));
  if (!answer) throw new Unread('notThere', path);
  const pieces = Readable.fromWeb(answer.body ?? new ReadableStream()).iterator();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await explained(path, () => pieces.next());
    const lines = `${rest}${decoder.decode(value, { stream: !done })}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > maxLineBytes) throw new Unread('tooLong', path);
    if (done) break;
  }
  if (rest !== '') yield rest;
}

/** A reason of ours, before it is known what it is about. */
class Failed extends Error {
  readonly code: UnreadCode;
  readonly says: string;

  constructor(code: UnreadCode, says = '') {
    super(code);
    this.code = code;
    this.says = says;
  }
}

/** Says which path could not be read, and why. */
async function explained<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failed) throw new Unread(error.code, error.says ? `${path} (${error.says})` : path);
    const name = error instanceof Error ? error.name : '';
    throw new Unread(name === 'TimeoutError' ? 'timedOut' : 'unreachable', path, error);
  }
}
