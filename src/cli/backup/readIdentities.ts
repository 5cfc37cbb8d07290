import { readFile } from 'node:fs/promises';

/** The secret keys in files as `age-keygen` and `made-in-ess backup-key` write them; throws when a file contains none. */
export async function readIdentities(files: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const file of files) {
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
    const keys = lines.map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-'));
    if (keys.length === 0)
      throw new Error(`${file} contains no secret key of age (a line that begins with AGE-SECRET-KEY-).`);
    all.push(...keys);
  }
  return all;
}
