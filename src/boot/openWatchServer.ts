import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import { answerProbes } from '../telemetry/answerProbes.ts';
import type { Readiness } from '../telemetry/createReadiness.ts';
import { createHttpServer } from './createHttpServer.ts';

/** The second port, for those who watch over a process; every process has it where one is set. */
export interface WatchServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Opens the second port before anything else, so that a start can be watched; null where none is set. */
export async function openWatchServer(
  { metricsPort, metricsHost }: Pick<Config, 'metricsPort' | 'metricsHost'>,
  readiness: Readiness,
): Promise<WatchServer | null> {
  if (metricsPort === null) return null;
  const server = createHttpServer(answerProbes(readiness, notFound));
  await once(server.listen(metricsPort, metricsHost), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

const notFound: RequestListener = (_, res) => {
  res.writeHead(404).end();
};
