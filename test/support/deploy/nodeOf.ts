import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { databaseOptions } from '../run/server.ts';

const run = promisify(execFile);

/**
 * The newest Node.js of a major version, as the registry of npm has it for this machine; kept where the database server is, so that it
 * is fetched once. Null where the registry gives no answer.
 */
export async function nodeOf(major: number): Promise<string | null> {
  const folder = join(databaseOptions('').cacheDir, `node-${major}`);
  const program = join(folder, 'package/bin/node');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  const half = await mkdtemp(join(folder, 'half-'));
  try {
    const name = `node-${process.platform}-${process.arch}@^${major}`;
    const { stdout } = await run('npm', ['pack', name, '--silent', '--fetch-retries=0'], { cwd: half });
    await run('tar', ['-xzf', stdout.trim()], { cwd: half });
    // Of two that fetch it at once, one puts it there.
    await rename(join(half, 'package'), join(folder, 'package')).catch(() => {});
    return existsSync(program) ? program : null;
  } catch {
    return null;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}
