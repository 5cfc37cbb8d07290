import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { createSmtpMailer } from '../../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../../src/mailing/logLetters.ts';
import { createStore } from '../../../src/storage/createStore.ts';
import { createJobs } from '../../../src/storage/database/createJobs.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { createMailLog } from '../../../src/storage/letters/createMailLog.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { handlersOf } from '../../../src/workers/reactions.ts';
import { runNext } from '../../../src/workers/relay.ts';

const self = fileURLToPath(import.meta.url);

/** What a worker of another process is given. */
export interface WorkerTask {
  readonly uri: string;
  readonly dbName: string;
  readonly smtpUrl: string;
  readonly publicUrl: string;
  readonly now: string;
}

/** Another process that claims a job, says so, and waits for a message before it does it; then it says what the end of the job was. */
export async function startFrozenWorker(task: WorkerTask): Promise<ChildProcess> {
  const child = fork(self, [JSON.stringify(task)], { execArgv: ['--import=tsx'] });
  const [said] = await once(child, 'message');
  if (said !== 'claimed') throw new Error(`the worker said ${String(said)}`);
  return child;
}

if (process.argv[1] === self) void work(JSON.parse(process.argv[2] ?? '{}'));

async function work({ uri, dbName, smtpUrl, publicUrl, now }: WorkerTask): Promise<void> {
  const connection = await connect(uri, dbName);
  const clock = { now: () => new Date(now) };
  let drawn = 0;
  const next = () => {
    drawn += 1;
    return `F${drawn}`;
  };
  const ids = { next, code: () => '000000', secret: () => 'secret' };
  const contact = 'secretariat@specimen.example';
  const paper = { i18n: createI18n(), publicUrl, linkKey: Buffer.alloc(32), contact, specimen: true };
  const silent = { error: () => {}, warn: () => {} };
  const carrier = createSmtpMailer({ url: smtpUrl, from: contact, paper, bounces: null, log: silent });
  const mailer = logLetters(carrier, { log: createMailLog(connection), clock, ids });
  const jobs = createJobs(connection);
  const held = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (...given: Parameters<typeof handler>) => {
        process.send?.('claimed');
        await once(process, 'message');
        await handler(...given);
      },
    ]),
  );
  let ended: boolean | null = null;
  const watched = {
    ...jobs,
    done: async (...given: Parameters<typeof jobs.done>) => {
      ended = await jobs.done(...given);
      return ended;
    },
  };
  // A letter needs nothing else of the world.
  const deps = { store: createStore(connection, handlersOf), clock, ids, mailer, publicUrl } as never;
  await runNext({ deps, jobs: watched, handlers: held, worker: 'frozen', log: silent });
  carrier.close();
  await connection.close();
  process.send?.({ ended });
  process.disconnect();
}
