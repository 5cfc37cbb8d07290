import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { refIn } from './bounceAddress.ts';
import { maxReportBytes, type ReportParts, takeReport } from './takeReport.ts';

interface ServerParts extends ReportParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly logger: { info(data: object, message: string): void; error(data: object, message: string): void };
}

/** A mail server that takes reports alone. */
export interface ReportServer {
  readonly port: number;
  stop(): Promise<void>;
}

const maxClients = 20;
const idleMs = 30_000;

/** Listens for reports on letters: takes mail for addresses that the service itself made up, and passes none on. */
export async function createReportServer(parts: ServerParts): Promise<ReportServer> {
  const { address, key, host, port, logger } = parts;
  const server = new SMTPServer({
    authOptional: true,
    // Behind the operator's mail server: no certificate of its own, nobody signs in.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: maxReportBytes,
    maxClients,
    socketTimeout: idleMs,
    onRcptTo: ({ address: to }, _, done) =>
      done(refIn(to, address, key) === null ? answer(550, '5.1.1 no such address here') : null),
    onData: (stream, { envelope }, done) => {
      const take = async () => {
        const raw = await readAll(stream);
        if (stream.sizeExceeded) return done(answer(552, '5.3.4 too large for a report'));
        for (const { address: to } of envelope.rcptTo) {
          const result = await takeReport(parts, to, raw);
          logger.info({ result }, 'a message about a letter came');
        }
        done(null);
      };
      take().catch((err: unknown) => {
        logger.error({ err }, 'a report could not be noted');
        // Its server tries again.
        done(answer(451, '4.3.0 try again later'));
      });
    },
  });
  // A client that hangs up in the middle is nothing to end for.
  server.on('error', (err) =>
    logger.info({ code: 'code' in err ? err.code : err.name }, 'a mail client failed'),
  );
  const listener = server.listen(port, host);
  if (!listener.listening) await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** The whole message, as far as it may be long; the rest is read and dropped. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= maxReportBytes) parts.push(part);
  }
  return Buffer.concat(parts);
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
