import fc from 'fast-check';
import { failOnPageFaults } from '../pages/pageFaults.ts';
import { failOnUnrenderedPages, noteRenderedPages } from '../pages/renderedPages.ts';
import { end } from './atEnd.ts';
import './builtThreads.ts';
import { costReport } from './costReport.ts';
import { noteCost } from './fileCosts.ts';
import { discardFolders, serverFolder } from './folders.ts';
import { databaseOptions, runFolder, serverFolderVariable } from './server.ts';

// Random values are the same in every run, so that a run fails only for what was changed. `SEED=$RANDOM npm test` draws anew.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20130424) });

/** Hooks of every test. */
export const mochaHooks = { afterEach: failOnPageFaults, afterAll: [failOnPageFaults, noteFiles] };

function noteFiles(this: Mocha.Context): void {
  const suites = this.test?.parent?.suites ?? [];
  const files = [...new Set(suites.flatMap(({ file }) => file ?? []))];
  noteRenderedPages(runFolder(), files);
  noteCost(files.join());
}

/** Before the first test process: one folder for the server that all of them share. */
export async function mochaGlobalSetup(): Promise<void> {
  process.env[serverFolderVariable] = await serverFolder();
  await fetchServer();
}

/** After the last test process. */
export async function mochaGlobalTeardown(): Promise<void> {
  for (const line of costReport(runFolder())) process.stdout.write(`${line}\n`);
  await end();
  try {
    failOnUnrenderedPages(runFolder());
  } finally {
    discardFolders();
  }
}

/** Provides a server before the first test, because fetching one may take longer than a test may. */
async function fetchServer(): Promise<void> {
  const { embedded } = await import('../../../src/storage/database/embedded.ts');
  const { sources } = await import('../../../src/storage/database/obtain/sources.ts');
  const options = sources(databaseOptions(''));
  const withoutNetwork = options.filter(({ fetches }) => !fetches);
  await embedded(withoutNetwork, () => {})
    .catch(() => embedded(options, (line) => process.stderr.write(`${line}\n`)))
    // A run of pure tests needs none; the first test that needs one gets the same error.
    .catch(() => undefined);
}
