import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '../support/run/server.ts';
import { benchHost } from './ask.ts';
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
      PUBLIC_URL: `https://${benchHost}`,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'label@specimen.example',
      LOOKUPS_PER_MINUTE: '1000000',
      SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa',
      MONGODB_URI: uri,
      MONGODB_NAME: dbName,
      DATA_DIR: tmpdir(),
    },
  };
}
