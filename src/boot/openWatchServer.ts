import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Counts } from '../commands/ports/watchPorts.ts';
import type { Config } from '../config.ts';
import { answerProbes } from '../telemetry/answerProbes.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import type { Readiness } from '../telemetry/createReadiness.ts';
import type { Sources } from '../telemetry/readings.ts';
import { createHttpServer } from './createHttpServer.ts';
import { listenOn } from './listenOn.ts';
import { ownVersion } from './ownVersion.ts';

/** The second port, for those who watch over a process; every process has it where one is set. */
export interface WatchServer {
  readonly port: number;
  readonly counts: Counts;
  /** Metrics tell of the sources from now on. */
  begin(sources: Sources): void;
  close(): Promise<void>;
}

/** Opens the second port before anything else, so that a start can be watched; null where none is set. */
export async function openWatchServer(
  config: Pick<Config, 'metricsPort' | 'metricsHost' | 'mode' | 'services'>,
  readiness: Readiness,
): Promise<WatchServer | null> {
  const { metricsPort, metricsHost, mode, services } = config;
  if (metricsPort === null) return null;
  const { createMetrics } = await import('../telemetry/createMetrics.ts');
  const metrics = createMetrics({ version: ownVersion(), mode, services: services.join(',') });
  const server = createHttpServer(answerProbes(readiness, answerMetrics(metrics)));
  const settings = ['METRICS_HOST', 'METRICS_PORT'] as const;
  await listenOn(server, { host: metricsHost, port: metricsPort, settings });
  return {
    port: (server.address() as AddressInfo).port,
    counts: metrics.counts,
    begin: metrics.begin,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

function answerMetrics({ text, contentType }: Metrics): RequestListener {
  return (req, res) => {
    if (req.url !== '/metrics' || req.method !== 'GET') {
      res.writeHead(404).end();
      return;
    }
    text().then(
      (body) => res.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' }).end(body),
      () => res.writeHead(500).end(),
    );
  };
}
