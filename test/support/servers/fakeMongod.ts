import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a program that answers `--version` like a server of this version, and gives its path. */
export async function fakeMongod(file: string, version: string): Promise<string> {
  return script(file, `echo "db version v${version}"`);
}

/** Writes an executable shell script and gives its path. */
export async function script(file: string, body: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return file;
}
