import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';

/** The name that a receiver's certificate is for. */
export const receiverHost = 'receiver.example';

/** A request as it came. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

export interface Receiver {
  /** Its address, by its name. */
  readonly address: string;
  readonly port: number;
  /** Its certificate, which it signed itself. */
  readonly ca: string;
  readonly received: Received[];
  /** How often somebody connected. */
  readonly connections: () => number;
  /** Answers the requests from now on; 204 without one. */
  answer: (response: ServerResponse, request: Received) => void;
  close(): Promise<void>;
}

/** A program of a subscriber's, at https on this machine. */
export async function openReceiver(): Promise<Receiver> {
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [from, until] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
  const ca = certifyKey(
    { name: receiverHost, key, usage: 'sealing', from, until },
    { name: receiverHost, key },
  );
  let connections = 0;
  const server = createServer(
    { cert: ca, key: key.export({ type: 'pkcs8', format: 'pem' }) },
    async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      const { headers, url: path = '' } = request;
      const came = { headers, path, body: Buffer.concat(pieces).toString() };
      receiver.received.push(came);
      receiver.answer(response, came);
    },
  );
  server.on('connection', () => {
    connections += 1;
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    address: `https://${receiverHost}:${port}/made-in-ess`,
    port,
    ca,
    received: [],
    connections: () => connections,
    answer: (response) => response.writeHead(204).end(),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return receiver;
}
