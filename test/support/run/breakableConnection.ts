import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A connection to a database server that a test can cut, as when the server is down. */
export interface BreakableConnection {
  /** The connection string of the server, through the line. */
  readonly uri: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Lets nothing through any more, and closes nothing, as when the server is frozen. */
  freeze(): void;
  /** Lets through again what was held back. */
  thaw(): void;
  /** Holds back each piece for so long (milliseconds), as when the server is overloaded. */
  slow(ms: number): void;
  stop(): Promise<void>;
}

export async function breakableConnection(uri: string): Promise<BreakableConnection> {
  const { hostname, port } = new URL(uri);
  const open = new Set<Socket>();
  const held = (socket: Socket) => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  let frozen = false;
  let delayMs = 0;
  const lag = () =>
    new Transform({
      transform: (piece, _, done) => {
        if (delayMs === 0) done(null, piece);
        else setTimeout(done, delayMs, null, piece);
      },
    });
  const flows = new Set<() => void>();
  const server = createServer((socket) => {
    const on = held(connect(Number(port), hostname));
    held(socket);
    const flow = () => void socket.pipe(lag()).pipe(on).pipe(socket);
    flows.add(flow);
    if (!frozen) flow();
    socket.on('close', () => flows.delete(flow));
    socket.on('close', () => on.destroy());
    on.on('close', () => socket.destroy());
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : 0;
  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  const through = new URL(uri);
  through.port = String(own);
  return {
    uri: through.href,
    cut,
    mend: () => listen(own),
    freeze: () => {
      frozen = true;
      for (const socket of open) socket.unpipe();
    },
    thaw: () => {
      frozen = false;
      for (const flow of flows) flow();
    },
    slow: (ms) => {
      delayMs = ms;
    },
    stop: async () => {
      if (server.listening) await cut();
    },
  };
}
