import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabelError } from '../../errors.ts';
import type { TreeHead } from '../../transparency/write/checkpoint.ts';
import type { IssuerSettings } from '../keys/issuerSettings.ts';

type Folder = Pick<IssuerSettings, 'folder' | 'make'>;
/** The longest log that was signed: its size and the root of its tree (base64). */
type Mark = readonly [size: number, root: string];

/** A folder of secrets that nobody may write to keeps no mark: the witnesses alone remember then. */
const unwritable = ['EROFS', 'EACCES', 'EPERM'];

/** Entries of the longest log that was signed from a folder; 0 where it keeps no mark. */
export async function readLogMark(folder: Folder): Promise<number> {
  return (await markOf(folder))[0];
}

/**
 * Remembers beside the key what is going to be signed, before it is: a database that was restored from an older copy does not make the log
 * say two things. Development begins with new databases as it likes, and keeps no mark.
 */
export async function keepLogMark(place: Folder, head: Omit<TreeHead, 'origin'>): Promise<void> {
  if (place.make) return;
  const [size, root] = await markOf(place);
  const next = Buffer.from(head.root).toString('base64');
  if (size > head.size || (size === head.size && root !== next && root !== '')) {
    const cause = `KEYS_DIR has signed ${size} entries of the public log that say something else than this database (docs/operation.md#public-log)`;
    throw new LabelError('issuerUnavailable', { cause });
  }
  if (size === head.size && root === next) return;
  const half = join(place.folder, `${randomUUID()}.half`);
  try {
    await writeFile(half, JSON.stringify([head.size, next]), { mode: 0o600, flush: true });
    await rename(half, fileOf(place));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && unwritable.includes(String(error.code)))) throw error;
  }
}

async function markOf(place: Folder): Promise<Mark> {
  if (place.make) return [0, ''];
  const json = await readFile(fileOf(place), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return json === null ? [0, ''] : JSON.parse(json);
}

const fileOf = ({ folder }: Folder) => join(folder, 'log-signed.json');
