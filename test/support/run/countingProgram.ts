import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createStore } from '../../../src/storage/createStore.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { createHostCounts } from '../../../src/web/http/hosts/hostCounts.ts';
import { writeHostCounts } from '../../../src/web/http/hosts/writeHostCounts.ts';

const self = fileURLToPath(import.meta.url);

/** Another process that, on request, fetches a badge `times` from each of some hosts, writing in between. */
export async function startCounting(uri: string, dbName: string): Promise<ChildProcess> {
  const child = fork(self, [uri, dbName], { execArgv: ['--import=tsx'] });
  await once(child, 'message');
  return child;
}

export interface Task {
  readonly number: string;
  readonly hosts: readonly string[];
  readonly times: number;
}

if (process.argv[1] === self) void count(process.argv[2] ?? '', process.argv[3] ?? '');

async function count(uri: string, dbName: string): Promise<void> {
  const connection = await connect(uri, dbName);
  const counts = createHostCounts(
    { now: () => new Date('2026-11-24T10:00:00.000Z') },
    'https://label.example',
  );
  const store = createStore(connection, () => []);
  const failed = (error: unknown) => {
    throw error;
  };
  const writing = writeHostCounts({ counts, store, report: failed });
  process.send?.('ready');
  const [{ number, hosts, times }] = (await once(process, 'message')) as [Task];
  for (let i = 0; i < times; i += 1) {
    for (const host of hosts) {
      const headers = { referer: `https://${host}/` };
      counts.count({ method: 'GET', url: `/badges/${number}.svg`, headers });
    }
    await writing.write();
  }
  await writing.stop();
  await connection.close();
  process.disconnect();
}
