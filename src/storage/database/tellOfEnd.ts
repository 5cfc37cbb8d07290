import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { mongo } from 'mongoose';

/** Ports of the database servers that this process knows. */
const ports = new Set<number>();
let listens = false;

/**
 * Lets the driver notice that a server closed a connection under a command. Its version 7.8 may wait then for the socket to take more
 * ("drain"), which a closed one never does, and the command is never answered, however many other servers there are: seen when a
 * primary was killed, once in ten times. Told so at the end of the socket, it finds the connection closed and tries again. Connections
 * with TLS do not come by this channel of Node: for them, who reads a page asks once more (web/http/cache/batchReads.ts).
 */
export function tellOfEnd(client: mongo.MongoClient): void {
  for (const { port } of client.options.hosts) if (port !== undefined) ports.add(port);
  client.on('serverOpening', ({ address }) => void ports.add(Number(address.split(':').at(-1))));
  if (listens) return;
  listens = true;
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('connect', () => {
      if (ports.has(socket.remotePort ?? 0)) socket.once('close', () => socket.emit('drain'));
    });
  });
}
