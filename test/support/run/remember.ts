import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Connection, mongo } from 'mongoose';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { digestsOf } from './keepDatabase.ts';
import { runFolder } from './server.ts';

/** What of a test service goes on counting: a step that is remembered sets it as the step itself would. */
export interface Counters {
  /** Milliseconds. */
  now: number;
  drawn: number;
  admitted: number;
}

/** What a service has beside its database. */
export interface Rememberer {
  readonly deps: Deps;
  readonly connection: Connection;
  readonly counters: Counters;
  readonly letters: unknown[];
}

interface Remembered {
  readonly result: unknown;
  readonly counters: Counters;
  readonly letters: readonly unknown[];
  /** Documents of each collection that the step changed, as BSON. */
  readonly collections: readonly { readonly name: string; readonly rows: readonly Uint8Array[] }[];
}

/** What migrations note of themselves differs from database to database. */
const unlike = new Set(['migrations', 'system.profile']);
const services = new WeakMap<Deps['store'], Rememberer>();

/** The folder of the run in which steps are kept; null where none is looked up. */
let shelf: string | null = 'steps';

/** Does something with the steps of another shelf, or with none, whatever is remembered. */
export async function withShelf<Result>(name: string | null, work: () => Promise<Result>): Promise<Result> {
  const before = shelf;
  shelf = name;
  try {
    return await work();
  } finally {
    shelf = before;
  }
}

/** Lets the steps of a service be remembered. */
export function rememberFor(service: Rememberer): void {
  services.set(service.deps.store, service);
}

/**
 * A step of a test's preparation that is made once a run for each state in which it begins: the next time, whatever it left in the
 * database, its letters, clock and counters are put in place. `depsOf` finds the dependencies among its arguments.
 */
export function remembered<Args extends readonly unknown[], Result>(
  name: string,
  step: (...args: Args) => Promise<Result>,
  depsOf: (...args: Args) => Deps,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    const deps = depsOf(...args);
    const service = services.get(deps.store);
    if (!service || shelf === null || !isOwn(deps, service.deps)) return step(...args);
    const before = await alikeIn(service.connection);
    const asked = JSON.stringify(args, (_, value) => {
      if (typeof value === 'function')
        throw new Error(`${name} is given a function: it cannot be remembered`);
      return value === deps || isService(value) ? '' : value;
    });
    const key = keyOf([name, asked, before, service.counters, service.letters.length]);
    const found = read(key);
    if (found) {
      await restore(service, found, before);
      return structuredClone(found.result) as Result;
    }
    const letters = service.letters.length;
    const result = await step(...args);
    write(key, await kept(service, result, letters, before));
    return result;
  };
}

function isService(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('deps' in value || 'store' in value);
}

/** A test that replaced a part of a service gets what that part does. */
function isOwn(deps: Deps, own: Deps): boolean {
  return Object.entries(own).every(([name, part]) => deps[name as keyof Deps] === part);
}

function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Digests of the collections in which two databases are alike after the same steps. */
async function alikeIn(connection: Connection): Promise<Readonly<Record<string, string>>> {
  const { collections } = await digestsOf(connection);
  return Object.fromEntries(Object.entries(collections).filter(([name]) => !unlike.has(name)));
}

async function kept(
  { connection, counters, letters }: Rememberer,
  result: unknown,
  from: number,
  before: Readonly<Record<string, string>>,
): Promise<Remembered> {
  const after = await alikeIn(connection);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  const collections = await Promise.all(
    changed.map(async (name) => {
      const rows = await connection.collection(name).find({}, { raw: true }).toArray();
      return { name, rows: rows as unknown as Uint8Array[] };
    }),
  );
  return { result, counters: { ...counters }, letters: letters.slice(from), collections };
}

async function restore(
  { connection, counters, letters }: Rememberer,
  { counters: then, letters: sent, collections }: Remembered,
  before: Readonly<Record<string, string>>,
): Promise<void> {
  Object.assign(counters, then);
  letters.push(...structuredClone(sent));
  await Promise.all(
    collections.map(async ({ name, rows }) => {
      const collection = connection.collection(name);
      if (before[name] !== undefined) await collection.deleteMany({});
      if (rows.length > 0)
        await collection.insertMany(
          rows.map((row) => mongo.BSON.deserialize(row, { promoteValues: false, promoteBuffers: false })),
        );
    }),
  );
}

function fileOf(key: string): string {
  return join(runFolder(), shelf ?? '', key);
}

function read(key: string): Remembered | undefined {
  const file = fileOf(key);
  return existsSync(file) ? deserialize(readFileSync(file)) : undefined;
}

/** Another process may remember the same step meanwhile: the first one stays, so that all go on from one state. */
function write(key: string, one: Remembered): void {
  const file = fileOf(key);
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) return;
  writeFileSync(`${file}.${process.pid}`, serialize(one));
  renameSync(`${file}.${process.pid}`, file);
}
