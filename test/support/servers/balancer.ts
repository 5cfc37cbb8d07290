import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A proxy before several webs, as an operator has one: it asks each whether it is ready and passes requests on in turn. */
export interface Balancer {
  readonly address: string;
  /** Waits until it knows that the web on this port is ready. */
  ready(port: number): Promise<void>;
  stop(): Promise<void>;
}

/** How often (milliseconds) each web is asked. */
const everyMs = 200;

/** Begins with no web known to be ready. It tries nothing twice: what a web does not answer is a 502. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<number>();
  const stopped = new AbortController();
  let turn = 0;
  const server = createServer((req, res) => {
    const all = [...ready];
    const port = all[turn++ % all.length];
    const { method, url: path, headers } = req;
    const on = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const { connection: _, ...kept } = answer.headers;
      res.writeHead(answer.statusCode ?? 502, kept);
      answer.pipe(res);
    });
    on.once('error', ({ message }) => (res.headersSent ? res.destroy() : res.writeHead(502).end(message)));
    req.pipe(on);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const look = async (port: number) => {
    while (!stopped.signal.aborted) {
      const { ok } = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => ({ ok: false }));
      if (ok) ready.add(port);
      else ready.delete(port);
      await pause(everyMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  const looking = ports.map(look);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    ready: async (port) => {
      while (!ready.has(port)) await pause(everyMs);
    },
    stop: async () => {
      stopped.abort();
      await Promise.all(looking);
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
