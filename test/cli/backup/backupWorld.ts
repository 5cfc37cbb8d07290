import { join } from 'node:path';
import { makeBackup } from '../../../src/boot/backup/makeBackup.ts';
import { makeBackupKey } from '../../../src/boot/backup/makeBackupKey.ts';
import { type Restoring, restoreBackup } from '../../../src/boot/backup/restoreBackup.ts';
import { bytesOf } from '../../../src/cli/backup/bytesOf.ts';
import { checkRestored } from '../../../src/cli/backup/checkRestored.ts';
import { writeWhole } from '../../../src/cli/backup/wholeFile.ts';
import { readWords } from '../../../src/cli/seed/readWords.ts';
import { writeSpecimens } from '../../../src/cli/seed/writeSpecimens.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { castOf } from '../../support/applicationSteps.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { testFolder } from '../../support/run/folders.ts';
import { keysFolder } from '../../support/run/server.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { productionSettings } from '../../support/servers/builtCli.ts';

/** An installation with labels in every state, one of them issued with all its files, and a pair of keys for its backups. */
export type BackupWorld = Awaited<ReturnType<typeof backupWorld>>;

/** Makes one on a database of its own. */
export async function backupWorld() {
  const service: TestService = await testService('backup');
  const folder = await testFolder();
  const { number } = await issueLabel(service, await castOf(service), 'holder');
  const { scheme } = realScheme();
  const order = { labels: 60, seed: 1, today: '2026-11-02', scheme, words: readWords() };
  await writeSpecimens(createBulk(service.connection), order, { progress: () => {}, stopped: () => false });
  const environment = {
    ...productionSettings,
    ...{ MONGODB_URI: service.uri, DATA_DIR: folder, KEYS_DIR: keysFolder() },
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
  };
  const keys = await makeBackupKey();
  const configOf = (name: string): Config => readConfig({ ...environment, MONGODB_NAME: name });
  const { signal } = new AbortController();
  const progress = () => {};
  /** A file of this installation, to be restored. */
  const source = (name: string) => ({
    ...{ from: bytesOf(join(folder, name)), identities: [keys.identity], signal, progress },
  });
  return {
    ...{ service, folder, number, keys, environment, source },
    config: configOf(service.connection.name),
    /** Settings over another database of the same server. */
    configOf,
    file: (name: string) => join(folder, name),
    /** Makes a backup in a file, to this pair of keys unless other options say otherwise. */
    backUp: (file: string, options: Partial<Parameters<typeof makeBackup>[1]> = {}) =>
      makeBackup(configOf(service.connection.name), {
        ...{ recipients: [keys.recipient], withKeys: true, signal, progress },
        keep: (bytes) => writeWhole(file, bytes),
        ...options,
      }),
    /** Restores a file into a database of the same server. */
    restore: (file: string, name: string, options: Partial<Restoring> = {}) =>
      restoreBackup(configOf(name), {
        ...{ from: bytesOf(file), identities: [keys.identity], signal, progress },
        keysFolder: undefined,
        ...options,
      }),
    /** Looks into a file as `restore --check` does, in a database of the same server; gives a line for each check. */
    check: async (name: string, keysDir = keysFolder(), recipients: readonly string[] = []) => {
      const config = { ...configOf('elsewhere'), keysDir, checkMongodbUri: service.uri };
      const lines: string[] = [];
      for await (const { line } of checkRestored(config, source(name), recipients)) lines.push(line);
      return lines.join('\n');
    },
    stop: () => service.stop(),
  };
}
