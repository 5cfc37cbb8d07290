import type { Config } from '../config.ts';
import { bounceKey } from '../mailing/bounceAddress.ts';
import type { ReportServer } from '../mailing/createReportServer.ts';
import { portFault } from './listenOn.ts';
import type { Storage } from './openStorage.ts';

interface Parts {
  readonly config: Pick<Config, 'bounces' | 'host'>;
  readonly storage: Pick<Storage, 'mailLog' | 'clock'>;
  readonly sessionSecret: string;
  readonly log: { info(data: object, message: string): void; error(data: object, message: string): void };
}

/** Listens for reports on letters that come back, where a port is set for it; null elsewhere. */
export async function openReports(parts: Parts): Promise<ReportServer | null> {
  const { config, log } = parts;
  if (config.bounces === null || config.bounces.port === null) return null;
  const { createReportServer } = await import('../mailing/createReportServer.ts');
  const { host } = config;
  const { address, port } = config.bounces;
  return createReportServer({ ...reportParts(parts, address), host, port, logger: log }).catch(
    (error: unknown) => {
      throw portFault(error, { host, port, settings: ['HOST', 'BOUNCE_PORT'] });
    },
  );
}

/** Takes one report that a mail server handed to a program, and says what became of it. */
export async function takeOneReport(
  parts: Omit<Parts, 'log'>,
  to: string,
  message: AsyncIterable<Buffer>,
): Promise<string> {
  if (parts.config.bounces === null)
    throw new Error('BOUNCE_ADDRESS must be set: no e-mail names an address for reports');
  const { maxReportBytes, takeReport } = await import('../mailing/takeReport.ts');
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of message) {
    length += piece.length;
    if (length > maxReportBytes) throw new Error(`a report has at most ${maxReportBytes} bytes`);
    pieces.push(piece);
  }
  return takeReport(reportParts(parts, parts.config.bounces.address), to, Buffer.concat(pieces));
}

function reportParts({ storage, sessionSecret }: Omit<Parts, 'log'>, address: string) {
  return { address, key: bounceKey(sessionSecret), log: storage.mailLog, clock: storage.clock };
}
