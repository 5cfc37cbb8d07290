import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { benchHost } from './ask.ts';

/** What came of a while of asking at a fixed rate. */
export interface Paced {
  readonly calls: number;
  readonly ms: number;
  /** Milliseconds that the slowest hundredth of the answers took at least, from the request to its last byte. */
  readonly tailMs: number;
}

/** A process that asks so many times a second, however long the answers take: it never waits for one before the next. */
export interface Pace {
  run(address: string, ms: number, perSecond: number): Promise<Paced>;
  stop(): void;
}

const self = fileURLToPath(import.meta.url);

/** Starts the process that asks for `paths`, in their order and from the beginning again. */
export function startPace(paths: readonly string[]): Pace {
  const child = fork(self, [], { execArgv: ['--import=tsx'] });
  child.send({ paths } satisfies Plan);
  return {
    run: async (address, ms, perSecond) => {
      child.send({ address, ms, perSecond } satisfies Order);
      const [answer] = (await once(child, 'message')) as [Paced & { readonly failed: number }];
      if (answer.failed > 0) throw new Error(`${answer.failed} of the requests to ${address} failed`);
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

interface Plan {
  readonly paths: readonly string[];
}

interface Order {
  readonly address: string;
  readonly ms: number;
  readonly perSecond: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
let asked = 0;
let paths: readonly string[] = [];

async function askAtRate({ address, ms, perSecond }: Order) {
  const start = performance.now();
  const calls = Math.max(1, Math.floor((ms / 1000) * perSecond));
  const answers: Promise<number>[] = [];
  for (let now = start; answers.length < calls; now = performance.now()) {
    const due = Math.min(calls, 1 + Math.floor(((now - start) / 1000) * perSecond));
    while (answers.length < due) answers.push(timeOf(`${address}${paths[asked++ % paths.length]}`));
    await wait(1);
  }
  const ended = await Promise.allSettled(answers);
  const times = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const sorted = times.sort((a, b) => a - b);
  return {
    calls,
    ms: performance.now() - start,
    tailMs: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    failed: calls - times.length,
  };
}

/** Milliseconds from the request to the last byte of its answer. */
function timeOf(url: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { host: benchHost } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} was answered with ${answer.statusCode}`));
      answer.resume().once('end', () => resolve(performance.now() - start));
    });
    sent.once('error', reject).end();
  });
}

if (process.argv[1] === self) {
  process.on('message', async (message: Order | Plan) => {
    if ('paths' in message) paths = message.paths;
    else process.send?.(await askAtRate(message));
  });
}
