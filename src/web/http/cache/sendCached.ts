import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Coding, codedTag, codings } from '../codings.ts';
import type { CachedResponse, Heads } from './responseCache.ts';
import type { Place, Slab } from './slab.ts';

/** Sends an answer that is kept, in the coding that the client reads where it was made, and gives its status: 304 for whoever has it already. */
export function sendCached(
  req: IncomingMessage,
  res: ServerResponse,
  cached: CachedResponse,
  slab: Slab,
  coding: Coding | null,
): 200 | 304 {
  cached.heads ??= headsOf(cached);
  const head = cached.heads;
  const known = req.headers['if-none-match'];
  if (
    known !== undefined &&
    (known === cached.etag || codings.some((coding) => known === codedTag(cached.etag, coding)))
  ) {
    res.writeHead(304, known === cached.etag ? head.unchanged : [...head.unchanged.slice(0, -1), known]);
    res.end();
    return 304;
  }
  const packed = coding && cached.packed[coding];
  if (packed) {
    head.packed[coding] ??= [
      ...cached.headers,
      ...['Content-Encoding', coding, 'Content-Length', String(packed.end - packed.start)],
      ...['ETag', codedTag(cached.etag, coding)],
    ];
    send(req, res, head.packed[coding], slab, packed);
  } else {
    send(req, res, head.plain, slab, cached.plain);
  }
  return 200;
}

function headsOf({ headers, etag, plain }: CachedResponse): Heads {
  return {
    plain: [...headers, 'Content-Length', String(plain.end - plain.start), 'ETag', etag],
    unchanged: [...withoutType(headers), 'ETag', etag],
    packed: {},
  };
}

/** A 304 has no body to describe. */
function withoutType(headers: readonly string[]): string[] {
  return headers.filter((_, i) => headers[i - (i % 2)]?.toLowerCase() !== 'content-type');
}

/** Node sends a string of up to so many bytes together with its head, in one call to the system (row 1 of docs/performance.md). */
const inOneCall = 16_000;

function send(req: IncomingMessage, res: ServerResponse, head: string[], slab: Slab, place: Place): void {
  res.writeHead(200, head);
  if (req.method === 'HEAD') res.end();
  else if (place.end - place.start <= inOneCall) res.end(slab.readLatin1(place), 'latin1');
  else res.end(slab.read(place));
}
