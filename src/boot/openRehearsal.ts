import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { linkKey } from '../commands/common/signedLink.ts';
import type { WrittenLetter } from '../commands/items/letters.ts';
import type { DayReport } from '../commands/ports/clockPorts.ts';
import type { Files } from '../commands/ports/filePorts.ts';
import { sealedPapers } from '../commands/verify/sealedPapers.ts';
import type { Config } from '../config.ts';
import { createI18n } from '../i18n/i18n.ts';
import { drawInThread } from '../issuing/drawInThread.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import type { LetterDeps } from '../letters/letters.ts';
import { createMailboxMailer } from '../mailing/createMailboxMailer.ts';
import { createStore } from '../storage/createStore.ts';
import { copyDatabase } from '../storage/database/copyDatabase.ts';
import { aheadIn } from '../storage/database/createClock.ts';
import { createJobs } from '../storage/database/createJobs.ts';
import { createLeases } from '../storage/database/createLeases.ts';
import { connect } from '../storage/database/database.ts';
import { migrateDatabase } from '../storage/database/migrate.ts';
import { openDatabase } from '../storage/database/openDatabase.ts';
import { indexRegister } from '../storage/register/indexRegister.ts';
import { advance } from '../workers/advance.ts';
import { handlers } from '../workers/handlers.ts';
import { handlersOf } from '../workers/reactions.ts';
import { schedules } from '../workers/schedules.ts';
import { ids } from './ids.ts';
import { loadRules } from './loadRules.ts';
import { loadSchemes } from './loadSchemes.ts';

interface Options {
  readonly progress: (line: string) => void;
  /** Gets every letter that would go, as it is written. */
  readonly keep: (letter: WrittenLetter) => Promise<void>;
  readonly stopped: () => boolean;
}

/** A copy of what an installation holds, on a server of its own in a folder that goes with it. */
export interface Rehearsal {
  /** The instant at which the copy begins. */
  readonly now: Date;
  /** Moves the clock of the copy to an instant; gives what came of each day. */
  until(instant: Date): AsyncGenerator<DayReport>;
  close(): Promise<void>;
}

/**
 * Copies the database of the configuration and makes the copy ready to go on without the world: letters are kept, files are not, and
 * what is issued is signed by keys made for it alone and marked as a specimen.
 */
export async function openRehearsal(config: Config, options: Options): Promise<Rehearsal> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'made-in-ess-rehearsal-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const original = await openDatabase({ ...config, uri: config.mongodbUri, progress: options.progress });
    ends.push(() => original.stop());
    const scratch = await openDatabase({ ...config, uri: undefined, dataDir: folder, progress: () => {} });
    ends.push(() => scratch.stop());
    const to = await connect(scratch.uri, 'rehearsal');
    ends.push(() => to.close());
    await copyDatabase({ uri: original.uri, dbName: config.databaseName }, to, options.progress);
    await migrateDatabase(to);
    await indexRegister(to);
    let now = Date.now() + (await aheadIn(to));
    const deps = await depsOf(config, options, folder, {
      store: createStore(to, handlersOf),
      clock: { now: () => new Date(now) },
    });
    const parts = {
      deps,
      jobs: createJobs(to),
      leases: createLeases(to),
      schedules,
      handlers,
      holder: ulid(),
    };
    const moveTo = async (instant: Date) => {
      now = instant.getTime();
    };
    const { stopped } = options;
    return { now: new Date(now), until: (end) => advance({ ...parts, moveTo, stopped }, end), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function depsOf(
  { publicUrl = 'http://localhost', mode, operator }: Config,
  { keep }: Options,
  folder: string,
  own: Pick<LetterDeps, 'store' | 'clock'>,
): Promise<LetterDeps> {
  const schemes = await loadSchemes();
  const issuing = issueInThread({ folder: join(folder, 'keys'), publicUrl, make: true });
  // The ways out of letters are signed by a secret of this run: in a copy of the data they would be good for the original.
  const paper = {
    i18n: createI18n(),
    publicUrl,
    linkKey: linkKey(randomBytes(32).toString('base64url')),
    contact: operator.email,
    specimen: mode === 'development',
  };
  return {
    ...own,
    files: noFiles,
    intake: { receive: noFile, receivePhoto: noFile, readTable: noFile },
    mailer: createMailboxMailer({ keep }, paper),
    papers: sealedPapers({ ...own, issuing, publicUrl }, drawInThread()),
    issuing,
    ids,
    schemes,
    ...loadRules(),
    publicUrl,
    specimen: true,
  };
}

async function noFile(): Promise<never> {
  throw new Error('a rehearsal takes no files');
}

/** Files that are made are thrown away, and none is read: the copy has none. */
const noFiles: Files = {
  save: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  read: async () => null,
  open: async () => null,
  remove: async () => {},
};
