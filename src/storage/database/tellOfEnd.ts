import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import type { mongo } from 'mongoose';

/** Ports of the database servers that this process knows. */
const ports = new Set<number>();
let listens = false;

/**
 * Lets the driver notice that a connection ended under a command. Its versions 7.8 and 7.9 may wait then for the socket to take more
 * ("drain"), which a closed one never does, and the command is never answered, however many other servers there are: seen when a
 * primary was killed, once in ten times, and whenever one freezes that is being sent more than its buffers hold. No setting ends that
 * wait: `timeoutMS` has no effect in these versions, and the timers of a socket go with it. Told so at the end of the socket, it finds
 * the connection closed and tries again.
 */
export function tellOfEnd(client: mongo.MongoClient): void {
  for (const { port } of client.options.hosts) if (port !== undefined) ports.add(port);
  client.on('serverOpening', ({ address }) => void ports.add(Number(address.split(':').at(-1))));
  if (listens) return;
  listens = true;
  subscribe('net.client.socket', (message) => tellOf((message as { readonly socket: Socket }).socket));
  // Node has no such channel for connections with TLS.
  const { connect } = tls;
  const watched = (...given: Parameters<typeof connect>) => {
    const socket = connect(...given);
    tellOf(socket);
    return socket;
  };
  Object.assign(tls, { connect: watched });
}

function tellOf(socket: Socket): void {
  socket.once('connect', () => {
    if (ports.has(socket.remotePort ?? 0)) socket.once('close', () => socket.emit('drain'));
  });
}
