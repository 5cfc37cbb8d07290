import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the secrets that are settings lie among the keys, as a file of settings (NAME=value). */
const secretsFile = 'secrets.env';

/** What was signed since a backup must not be forgotten with it (docs/operation.md#public-log). */
const logMarkFile = 'log-signed.json';

/** Settings that what is in the database depends on: without them seals, links in letters and hashes of the log are lost. */
export interface Secrets {
  readonly SESSION_SECRET: string;
  readonly SEAL_PASSWORD?: string | undefined;
}

/** Everything that an installation signs and seals with, by its name in the folder, and the secrets that go with it. */
export async function readKeys(folder: string, secrets: Secrets): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = [...(await filesIn(folder)), ...(await filesIn(folder, 'seal'))];
  const keys = new Map<string, Uint8Array>();
  for (const name of names) keys.set(name, await readFile(join(folder, name)));
  const lines = Object.entries(secrets).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quoted(value)}\n`],
  );
  return keys.set(secretsFile, Buffer.from(lines.join('')));
}

/** As a shell, systemd and Node.js read it alike: in single quotes nothing stands for anything else. */
function quoted(value: string): string {
  if (/^[\w+/=.-]+$/.test(value)) return value;
  return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
}

async function filesIn(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.half') && entry.name !== logMarkFile)
    .map(({ name }) => (below === '' ? name : `${below}/${name}`));
}

/** Throws unless a folder is empty or not there. */
export async function requireEmptyFolder(folder: string): Promise<void> {
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new Error(`${folder} is not empty: keys are put into a new folder alone. Nothing was changed.`);
}

/** Puts keys into a new folder, readable by its owner alone. */
export async function writeKeys(folder: string, keys: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await requireEmptyFolder(folder);
  for (const [name, bytes] of keys) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, bytes, { flag: 'wx', mode: 0o600 });
  }
}

/** A secret among keys; undefined where it was not set. */
export function secretOf(keys: ReadonlyMap<string, Uint8Array>, name: keyof Secrets): string | undefined {
  const text = Buffer.from(keys.get(secretsFile) ?? []).toString('utf8');
  const value = new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1];
  if (value?.startsWith("'")) return value.slice(1, -1);
  return value?.startsWith('"') ? String(JSON.parse(value)) : value;
}
