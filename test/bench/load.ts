import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { benchHost, type Sent } from './ask.ts';

/** A process that asks as fast as it is answered. */
export interface Load {
  /** Asks for one address over and over, or for those that it was given, each of them once, on the server of the address. */
  run(url: string, ms: number, headers?: Sent): Promise<{ readonly calls: number; readonly ms: number }>;
  stop(): void;
}

const self = fileURLToPath(import.meta.url);
const connections = 10;

/** Starts the process that asks, so that asking costs the one that answers nothing; `paths` are asked for in their order. */
export function startLoad(paths: readonly string[] = []): Load {
  const child = fork(self, [], { execArgv: ['--import=tsx'] });
  if (paths.length > 0) child.send({ paths } satisfies Plan);
  return {
    run: async (url, ms, headers = {}) => {
      child.send({ url, ms, headers } satisfies Order);
      const [{ calls, ms: lasted, failed }] = await once(child, 'message');
      if (failed > 0) throw new Error(`${failed} of the requests for ${url} failed`);
      return { calls, ms: lasted };
    },
    stop: () => child.disconnect(),
  };
}

interface Order {
  readonly url: string;
  readonly ms: number;
  readonly headers: Sent;
}

interface Plan {
  readonly paths: readonly string[];
}

/** What was not asked for yet; null where one address is asked for over and over. */
let left: Iterator<string> | null = null;

/** The next path that nobody asked for yet. */
function nextPath(): string {
  const { value, done } = left?.next() ?? { done: true };
  if (done) throw new Error('every path was asked for: take more labels, or less time');
  return value;
}

async function ask({ url, ms, headers }: Order) {
  const start = performance.now();
  // It ends at a sample only: many samples make it end in time.
  const asked = await autocannon({
    url,
    headers: { host: benchHost, ...headers },
    connections,
    duration: ms / 1000,
    sampleInt: 20,
    ...(left && { requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }] }),
  });
  return {
    calls: asked['2xx'] + asked['3xx'],
    ms: performance.now() - start,
    failed: asked['4xx'] + asked['5xx'] + asked.errors + asked.timeouts,
  };
}

if (process.argv[1] === self) {
  process.on('message', async (message: Order | Plan) => {
    if ('paths' in message) left = message.paths.values();
    else process.send?.(await ask(message));
  });
}
