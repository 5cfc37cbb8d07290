import { readConfig } from '../../../src/config.ts';
import { type Running, start } from '../../../src/main.ts';
import { testFolder } from './folders.ts';
import type { TestDatabase } from './server.ts';

/** Starts the whole service on the database of a test, at ports that are free; `also` sets what the test is about. */
export async function startedService(
  { uri, dbName }: Pick<TestDatabase, 'uri' | 'dbName'>,
  also: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const config = readConfig({
    MONGODB_URI: uri,
    MONGODB_NAME: dbName,
    DATA_DIR: await testFolder(),
    PORT: '0',
    METRICS_PORT: '0',
    FIRST_SPECIMENS: '0',
    LOG_LEVEL: 'silent',
    SECURITY_LOG: 'off',
    SESSION_SECRET: 'a secret that only this test run knows, and no other',
    ...also,
  });
  return start(config, () => {});
}

/** The second port of a service. */
export function watchAddress({ watchPort }: Running): string {
  return `http://127.0.0.1:${watchPort}`;
}

/** What the metrics of a service say: each line by its name with its labels. */
export async function metricsOf(running: Running): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`${watchAddress(running)}/metrics`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))] as const;
    }),
  );
}
