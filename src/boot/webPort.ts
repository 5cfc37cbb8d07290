import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import { profile } from '../profile/profile.ts';
import { answerProbes } from '../telemetry/answerProbes.ts';
import type { Readiness } from '../telemetry/createReadiness.ts';
import { listenOn } from './listenOn.ts';

/** Lets a server answer by another listener from now on, probes before all. */
export function answerBy(server: Server, readiness: Readiness, listener: RequestListener): void {
  server.removeAllListeners('request').on('request', answerProbes(readiness, listener));
}

/** The port is opened before all is ready, because the address is printed on what is issued: clients retry meanwhile. */
export function notYet(_: IncomingMessage, answer: ServerResponse): void {
  const page = `<!doctype html><meta http-equiv="refresh" content="1"><title>${profile.name}</title><p>…`;
  answer.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

/** Opens the port of the web. */
export async function listen(server: Server, { host, port }: Config): Promise<void> {
  await listenOn(server, { host, port, settings: ['HOST', 'PORT'] });
}

/** Where browsers find a server that listens. */
export function addressOf(server: Server, { host }: Config): string {
  const { port: taken } = server.address() as AddressInfo;
  // By name, because browsers make no passkeys for a number.
  if (host === '127.0.0.1') return `http://localhost:${taken}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

/** How long answers that are under way may take at the end; then their connections are cut, so that the rest can end too. */
const graceMs = 5000;

/** Takes no request any more, and waits for those that are under way. */
export async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await once(server.close(), 'close');
  clearTimeout(cut);
}
