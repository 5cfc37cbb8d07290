import { issuerSettings } from '../boot/issuerSettings.ts';
import { openHealth } from '../boot/openHealth.ts';
import { readHealth } from '../commands/desk/health/viewHealth.ts';
import { readConfig } from '../config.ts';
import { createScanner } from '../intake/createScanner.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { withStorage } from './withStorage.ts';

const exitCodes = { good: 0, soon: 1, now: 2 } as const;

/** Prints how the service stands, as JSON; the exit code is 0 where nothing is to be done, 1 for soon and 2 for now. */
export async function health(): Promise<void> {
  const config = readConfig();
  const { clamav, publicUrl = 'http://localhost' } = config;
  await withStorage(config, async (storage) => {
    const { store, clock } = storage;
    const issuing = issueInThread(issuerSettings(config, publicUrl));
    const readings = openHealth(config, storage, clamav && createScanner(clamav, { timeoutMs: 3000 }));
    const page = await readHealth({
      ...{ store, clock, issuing, publicUrl, health: readings },
      specimen: config.mode === 'development',
    });
    console.log(JSON.stringify(page, null, 2));
    process.exitCode = exitCodes[page.light];
  });
}
