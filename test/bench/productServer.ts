import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '../support/server.ts';
import type { ServerProgram } from './childServer.ts';

/** The web of the compiled product, as it is run in production, over a database that runs already. */
export function productServer({ uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>): ServerProgram {
  return {
    path: fileURLToPath(new URL('../../dist/cli.js', import.meta.url)),
    arguments: ['serve'],
    environment: {
      MODE: 'production',
      SERVICES: 'web',
      PORT: '0',
      PUBLIC_URL: 'https://label.example',
      SESSION_SECRET: 'a secret that only this measurement knows',
      MONGODB_URI: uri,
      MONGODB_NAME: dbName,
      DATA_DIR: tmpdir(),
    },
  };
}
