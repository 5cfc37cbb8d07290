import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Connection } from 'mongoose';
import { createStore } from '../../../src/storage/createStore.ts';
import { createFiles } from '../../../src/storage/database/createFiles.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { createApp } from '../../../src/web/app.ts';
import { openCaches } from '../../../src/web/http/cache/openCaches.ts';
import { handlersOf } from '../../../src/workers/reactions.ts';
import { type Browser, closed, openBrowser, shown, type TestWeb } from '../web.ts';
import { type Sent, sentCommands } from './sentCommands.ts';

/** The web of a test once more, which notes what it asks of its store and its files. */
export interface RecordedWeb {
  readonly connection: Connection;
  readonly visitor: Browser;
  /** What was sent since this was asked last. */
  taken(): Sent[];
  stop(): Promise<void>;
}

/** Nothing is cached, so that each read goes to the database. */
const unheard = { knownUntil: () => 0, onChange: () => {} };

export async function recordedWeb({ deps, uri, connection: { name } }: TestWeb): Promise<RecordedWeb> {
  const connection = await connect(`${uri}&monitorCommands=true`, name);
  const sent = sentCommands(connection);
  const store = createStore(connection, handlersOf);
  const caches = { ...openCaches(store.fromAnyMember(), unheard, deps.clock, 1 << 20), isHeard: () => true };
  const app = createApp({ ...deps, store, files: createFiles(connection), caches }, closed, shown);
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  server.keepAliveTimeout = 0;
  await once(server, 'listening');
  return {
    connection,
    visitor: openBrowser(server, deps.publicUrl),
    taken: sent.take,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await connection.close();
    },
  };
}
