import { createServer, type RequestListener, type Server } from 'node:http';

/** How long (milliseconds) and how much (bytes) a client may go on before its connection is closed. */
const limits = {
  /** The head of a request fits into a few packets, from a slow phone as well. */
  headersTimeout: 10_000,
  /** A file of 20 MiB over a slow line: 560 kilobit per second. */
  requestTimeout: 300_000,
  /** How often the two above are looked after; the usual half minute would make forty seconds of the first. */
  connectionsCheckingInterval: 2_000,
  /** Nothing moves at all: who asks for a large file and does not read it holds it in our memory. */
  timeout: 120_000,
  /** Proxies keep an idle connection for a minute; they must be the ones to close it, or a form is lost between the two. */
  keepAliveTimeout: 65_000,
  /** Browsers send twenty headers and proxies add ten; further ones are not kept. */
  maxHeadersCount: 100,
  /** Our cookie and the longest address take one KiB; cookies of neighbours under the same domain come along. */
  maxHeaderSize: 16 * 1024,
};

/** An HTTP server that no slow, endless or headless client can hold; `otherwise` replaces some of its limits. */
export function createHttpServer(listener: RequestListener, otherwise: Partial<typeof limits> = {}): Server {
  const { timeout, maxHeadersCount, ...options } = { ...limits, ...otherwise };
  return Object.assign(createServer(options, listener), { timeout, maxHeadersCount });
}
