import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { loadRules } from '../../../src/boot/loadRules.ts';
import { linkKey } from '../../../src/commands/common/signedLink.ts';
import type { Person, StaffRole } from '../../../src/commands/items/items.ts';
import type { WrittenLetter } from '../../../src/commands/items/letters.ts';
import { enrolPerson } from '../../../src/commands/people/accounts/enrolPerson.ts';
import type { Issuing } from '../../../src/commands/ports/issuingPorts.ts';
import type { Jobs } from '../../../src/commands/ports/jobPorts.ts';
import { admitFirst } from '../../../src/commands/review/reviewers/admission.ts';
import { sealedPapers } from '../../../src/commands/verify/sealedPapers.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { createIntake } from '../../../src/intake/createIntake.ts';
import { createScanner } from '../../../src/intake/createScanner.ts';
import { drawInThread } from '../../../src/issuing/drawInThread.ts';
import { issueInThread } from '../../../src/issuing/issueInThread.ts';
import type { LetterDeps } from '../../../src/letters/letters.ts';
import { createMailboxMailer } from '../../../src/mailing/createMailboxMailer.ts';
import type { HandlersOf } from '../../../src/storage/commit.ts';
import { createStore } from '../../../src/storage/createStore.ts';
import { createFiles } from '../../../src/storage/database/createFiles.ts';
import { createJobs } from '../../../src/storage/database/createJobs.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { handlersOf } from '../../../src/workers/reactions.ts';
import { runNext } from '../../../src/workers/relay.ts';
import { allSchemes } from '../samples/realScheme.ts';
import { keepConnection } from './ownConnection.ts';
import { rememberFor } from './remember.ts';
import { keysFolder } from './server.ts';
import { serviceDatabase } from './serviceDatabase.ts';

/** Signs the sessions and the links of letters of a test. */
export const testSecret = 'a secret that only this test run knows';

/** How long (ms of work) a file may be worked on where no test is about that: on any machine, honest ones are done before. */
export const timeoutMs = 600_000;

const i18n = createI18n();

/** What lies beside the scheme: read once, because no service changes it. */
const beside = loadRules();

const publicUrl = 'https://label.example';

/** What draws and what issues, each in a thread that all services of a process ask: to start one takes longer than most tests. */
const drawing = drawInThread();
let issuing: Issuing | undefined;

/** A whole service without its web: real database, a clock that a test moves, letters kept in a list. */
export interface TestService {
  readonly deps: LetterDeps;
  readonly jobs: Jobs;
  readonly connection: Connection;
  /** Of the database server. */
  readonly uri: string;
  /** As written, in the order they were sent. */
  readonly letters: WrittenLetter[];
  /** Sets the time of the service; it moves one second with each look. */
  setClock(instant: string): void;
  /** Of reviewers, each is admitted for the other seat than the one before: two in a row make a pair. */
  person(name: string, ...roles: StaffRole[]): Promise<Person>;
  /** Runs every job that is due. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** What letters are written on in tests. */
export function letterPaper(publicUrl: string) {
  return {
    i18n,
    publicUrl,
    linkKey: linkKey(testSecret),
    contact: 'secretariat@specimen.example',
    specimen: true,
  };
}

/** Starts a service on a database of its own; `react` says which jobs follow from a fact, when a test wants fewer. */
export async function testService(name: string, react: HandlersOf = handlersOf): Promise<TestService> {
  const database = await serviceDatabase(name);
  const { connection } = database;
  // The service's clock is a test's own: what it calls fifteen minutes ahead may be long past for the server, whose sweep would take it away.
  await connection.db?.admin().command({ setParameter: 1, ttlMonitorEnabled: false });
  const counters = { now: Date.parse('2026-11-02T08:00:00.000Z'), drawn: 0, admitted: 0 };
  const letters: WrittenLetter[] = [];
  issuing ??= issueInThread({ folder: keysFolder(), publicUrl, make: true });
  const paper = letterPaper(publicUrl);
  const list = { keep: async (letter: WrittenLetter) => void letters.push(letter) };
  const draw = () => {
    counters.drawn += 1;
    return counters.drawn;
  };
  const next = () => `T${String(draw()).padStart(8, '0')}`;
  const tick = () => {
    counters.now += 1000;
    return new Date(counters.now);
  };
  const clock = { now: tick };
  const store = createStore(connection, react, { clock: { now: () => new Date(counters.now) } });
  const deps: LetterDeps = {
    store,
    files: createFiles(connection),
    intake: createIntake({ scanner: createScanner(null), timeoutMs }),
    mailer: createMailboxMailer(list, paper),
    papers: sealedPapers({ store, issuing, clock, publicUrl }, drawing),
    issuing,
    clock,
    ids: {
      next,
      code: () => String(draw()).padStart(6, '0'),
      secret: () => randomBytes(32).toString('base64url'),
    },
    schemes: allSchemes(),
    ...beside,
    publicUrl,
    specimen: true,
  };
  keepConnection(deps.store, connection);
  if (react === handlersOf) rememberFor({ deps, connection, counters, letters });
  const jobs = createJobs(connection);
  const silent = { error: () => {}, warn: () => {} };
  return {
    deps,
    jobs,
    connection,
    uri: database.uri,
    letters,
    setClock: (instant) => {
      counters.now = Date.parse(instant);
    },
    person: async (label, ...roles) => {
      const name = `Spécimen ${label}`;
      const email = `${label}@specimen.example`;
      const person = await enrolPerson(deps, { email, name, language: 'fr', roles });
      if (roles.includes('reviewer')) {
        await admitFirst(deps, person, counters.admitted % 2 === 0 ? 'peer' : 'independent');
        counters.admitted += 1;
      }
      return person;
    },
    work: async () => {
      while (await runNext({ deps, jobs, handlers, worker: 'test', log: silent }));
    },
    stop: database.giveBack,
  };
}
