import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { benchHost, type Sent } from './ask.ts';

/** A process that asks for one address as fast as it is answered. */
export interface Load {
  run(url: string, ms: number, headers?: Sent): Promise<{ readonly calls: number; readonly ms: number }>;
  stop(): void;
}

const self = fileURLToPath(import.meta.url);
const connections = 10;

/** Starts the process that asks, so that asking costs the one that answers nothing. */
export function startLoad(): Load {
  const child = fork(self, [], { execArgv: ['--import=tsx'] });
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

async function ask({ url, ms, headers }: Order) {
  const start = performance.now();
  // It ends at a sample only: many samples make it end in time.
  const asked = await autocannon({
    url,
    headers: { host: benchHost, ...headers },
    connections,
    duration: ms / 1000,
    sampleInt: 20,
  });
  return {
    calls: asked['2xx'] + asked['3xx'],
    ms: performance.now() - start,
    failed: asked['4xx'] + asked['5xx'] + asked.errors + asked.timeouts,
  };
}

if (process.argv[1] === self) {
  process.on('message', async (order: Order) => process.send?.(await ask(order)));
}
