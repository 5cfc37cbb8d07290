import type { Connection } from 'mongoose';
import type { Person, StaffRole } from '../../src/commands/items.ts';
import type { Deps, Jobs, Letter } from '../../src/commands/ports.ts';
import { createFiles } from '../../src/storage/createFiles.ts';
import { createJobs } from '../../src/storage/createJobs.ts';
import { createStore } from '../../src/storage/createStore.ts';
import { connect } from '../../src/storage/database.ts';
import { migrateDatabase } from '../../src/storage/migrate.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { handlersOf } from '../../src/workers/reactions.ts';
import { runNext } from '../../src/workers/relay.ts';
import { realScheme } from './realScheme.ts';
import { testDatabase } from './server.ts';

/** A whole service without its web: real database, a clock that a test moves, letters kept in a list. */
export interface TestService {
  readonly deps: Deps;
  readonly jobs: Jobs;
  readonly connection: Connection;
  readonly letters: Letter[];
  /** Sets the time of the service; it moves one second with each look. */
  setClock(instant: string): void;
  person(name: string, ...roles: StaffRole[]): Promise<Person>;
  /** Runs every job that is due. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a service on a database of its own. */
export async function testService(name: string): Promise<TestService> {
  const database = await testDatabase(name);
  const connection = await connect(database.uri, database.dbName);
  await migrateDatabase(connection);
  // The service's clock is a test's own: what it calls fifteen minutes ahead may be long past for the server, whose sweep would take it away.
  await connection.db?.admin().command({ setParameter: 1, ttlMonitorEnabled: false });
  let now = Date.parse('2026-11-02T08:00:00.000Z');
  let drawn = 0;
  const letters: Letter[] = [];
  const scheme = realScheme();
  const draw = () => {
    drawn += 1;
    return drawn;
  };
  const next = () => `T${String(draw()).padStart(8, '0')}`;
  const tick = () => {
    now += 1000;
    return new Date(now);
  };
  const deps: Deps = {
    store: createStore(connection, handlersOf),
    files: createFiles(connection),
    mailer: { send: async (letter) => void letters.push(letter) },
    clock: { now: tick },
    ids: { next, code: () => String(draw()).padStart(6, '0') },
    schemes: new Map([[scheme.scheme.version, scheme]]),
    openVersion: scheme.scheme.version,
    publicUrl: 'https://label.example',
    specimen: true,
  };
  const jobs = createJobs(connection);
  const silent = { error: () => {}, warn: () => {} };
  return {
    deps,
    jobs,
    connection,
    letters,
    setClock: (instant) => {
      now = Date.parse(instant);
    },
    person: async (label, ...roles) => {
      const person: Person = {
        id: next(),
        email: `${label}@specimen.example`,
        name: `Spécimen ${label}`,
        language: 'fr',
        roles,
        memberships: [],
      };
      await deps.store.savePerson(person);
      return person;
    },
    work: async () => {
      while (await runNext({ deps, jobs, handlers, worker: 'test', log: silent }));
    },
    stop: async () => {
      await connection.close();
      await database.drop();
    },
  };
}
