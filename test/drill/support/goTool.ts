import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOptions } from '../../support/run/server.ts';

/** Builds a program of others from the module proxy of Go; kept where the database server is. */
export function goTool(address: string, version: string): string {
  const bin = join(databaseOptions('').cacheDir, 'go');
  mkdirSync(bin, { recursive: true });
  const env = { ...process.env, GOBIN: bin };
  execFileSync('go', ['install', `${address}@${version}`], { env, stdio: 'pipe' });
  return join(bin, address.split('/').at(-1) ?? '');
}
