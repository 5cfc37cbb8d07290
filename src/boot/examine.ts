import { statfs } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { reachMailServer } from '../mailing/reachMailServer.ts';
import { askServer } from '../storage/database/askServer.ts';
import { serverFault } from '../storage/database/serverFault.ts';
import { withPlainDatabase } from '../storage/database/withPlainDatabase.ts';

/** What an installation stands on, asked directly: each fails with what was answered. */
export function examine(config: Config) {
  const { mail } = config;
  return {
    /** Server and database, as they are: nothing is brought to the shape of this program. */
    database: async () => {
      const options = { ...config, uri: config.mongodbUri, progress: () => {} };
      return withPlainDatabase(options, askServer).catch((error: unknown) => {
        if (config.mongodbUri === undefined) throw error;
        throw new Error(`It ${serverFault(error, config.databaseName)}.`, { cause: error });
      });
    },
    /** Signs in at the mail server; null where none is set. */
    mail: mail && (() => reachMailServer(mail.url)),
    /** Bytes that are free where a folder lies. */
    freeBytes: async (folder: string) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}
