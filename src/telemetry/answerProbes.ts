import type { RequestListener, ServerResponse } from 'node:http';
import type { Readiness } from './createReadiness.ts';

/**
 * Answers what a proxy or the keeper of a container asks, and leaves every other request to `otherwise`. It says one word, to
 * everybody the same, so it may stand before any limit.
 */
export function answerProbes(readiness: Readiness, otherwise: RequestListener): RequestListener {
  return (req, res) => {
    const { url, method } = req;
    if (url === '/healthz' && reads(method)) return say(res, 200, 'alive');
    if (url === '/readyz' && reads(method)) {
      void readiness.ask().then((why) => say(res, why === null ? 200 : 503, why ?? 'ready'));
      return;
    }
    // Who holds a connection open takes it elsewhere, before it is closed under a request.
    if (readiness.isEnding()) res.setHeader('Connection', 'close');
    otherwise(req, res);
  };
}

function reads(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}

function say(res: ServerResponse, status: number, word: string): void {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(`${word}\n`);
}
