import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the data folder remembers about its server between two starts. */
export interface FolderNote {
  readonly port: number;
  /** Release series that began the data, such as `6.0`. */
  readonly dataSeries: string;
  /** Whether the data have the user by whom alone they are entered; a start that was cut off leaves that to the next one. */
  readonly hasUser: boolean;
}

const noteName = 'made-in-ess.json';

/** Makes the server's folder inside the data folder and gives its real path, as the server itself reports it. */
export async function serverFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'mongo');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return realpath(folder);
}

/** The note kept in the folder, or undefined before the first start. */
export async function readNote(folder: string): Promise<FolderNote | undefined> {
  const text = await readFile(join(folder, noteName), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { port, dataSeries, hasUser = false } = JSON.parse(text) as Partial<FolderNote>;
  return typeof port === 'number' && typeof dataSeries === 'string'
    ? { port, dataSeries, hasUser }
    : undefined;
}

/** Keeps the note; a reader sees the old one or the new one, never half. */
export async function writeNote(folder: string, note: FolderNote): Promise<void> {
  const scratch = join(folder, `${noteName}.${randomUUID()}`);
  await writeFile(scratch, `${JSON.stringify(note)}\n`);
  await rename(scratch, join(folder, noteName));
}

/** The process that holds the folder according to the server's own lock file; undefined after a clean stop. */
export async function lockHolder(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'mongod.lock'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || undefined;
}
