import { takeOneReport } from '../boot/openReports.ts';
import { sessionSecret } from '../boot/sessionSecret.ts';
import { readConfig } from '../config.ts';
import { withStorage } from './withStorage.ts';

/** Takes a report on a letter from standard input, for a mail server that hands it to a program. */
export async function bounce(to: string): Promise<void> {
  const config = readConfig();
  const secret = await sessionSecret(config.sessionSecret, config.dataDir);
  await withStorage(config, async (storage) =>
    console.log(await takeOneReport({ config, storage, sessionSecret: secret }, to, process.stdin)),
  );
}
