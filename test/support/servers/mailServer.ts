import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as a mail server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
  /** Whether it came over an encrypted connection. */
  readonly secure: boolean;
  /** Who signed in to send it; empty for nobody. */
  readonly user: string;
}

export interface TestMailServer {
  /** smtp://127.0.0.1:<port> */
  readonly url: string;
  readonly port: number;
  readonly received: ReceivedMail[];
  /** Connections opened so far. */
  connections(): number;
  stop(): Promise<void>;
}

/** A real mail server on a free port that takes letters for whoever `refuses` does not name. */
export async function testMailServer(
  options: SMTPServerOptions = {},
  refuses: (address: string) => boolean = () => false,
): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    // Its own test certificate is what a test of encryption wants; no need to warn of it.
    logger: false,
    disabledCommands: ['STARTTLS'],
    onConnect: (_, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username }, _, done) => done(null, { user: username ?? '' }),
    onRcptTo: ({ address }, _, done) =>
      done(
        refuses(address) ? Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }) : null,
      ),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString();
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
          mail: await simpleParser(raw),
          secure: session.secure,
          user: String(session.user ?? ''),
        });
        done();
      });
    },
    ...options,
  });
  // A client that hangs up in the middle is an error to the server and none to a test.
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  if (!listener.listening) await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
