import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseOptions } from '../run/server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Compiles a program of test/drill/deploy, which takes minutes the first time; kept where the database server is until it changes. */
export function goProgram(name: string): string {
  const folder = join(root, 'test/drill/deploy', name);
  const digest = digestOf(folder).slice(0, 16);
  const program = join(databaseOptions('').cacheDir, 'go', `${name}-${digest}`);
  if (existsSync(program)) return program;
  mkdirSync(join(program, '..'), { recursive: true });
  execFileSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: folder, stdio: 'pipe' });
  return program;
}

/** One digest for all the files below a folder. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}
