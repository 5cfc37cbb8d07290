import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** From this age on (ms) nobody writes a half of a file any more: reading takes five minutes where nothing else is set. */
const halfMs = 24 * 3_600_000;

/** The name of a backup of some database in a folder of many: in their order, names are ordered by time. */
export function datedName(database: string, at: Date): string {
  return `${database}-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`;
}

/**
 * Removes from a folder the backups of a database but the newest ones, and halves that an interrupted program left there. Nothing that is named
 * otherwise is touched. Gives the names of what went.
 */
export async function removeOlder(
  folder: string,
  { database, keep, now }: { readonly database: string; readonly keep: number; readonly now: Date },
): Promise<string[]> {
  const ours = new RegExp(`^${database}-\\d{4}-\\d{2}-\\d{2}T\\d{6}Z\\.backup(\\.[0-9a-f]{8}\\.half)?$`);
  const names = (await readdir(folder)).filter((name) => ours.test(name)).sort();
  const whole = names.filter((name) => !name.endsWith('.half'));
  const gone = whole.slice(0, Math.max(0, whole.length - keep));
  for (const name of names.filter((one) => one.endsWith('.half'))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (now.getTime() - mtimeMs > halfMs) gone.push(name);
  }
  for (const name of gone) await rm(join(folder, name));
  return gone;
}
