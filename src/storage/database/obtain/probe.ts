import { access, constants } from 'node:fs/promises';
import { execute, type Finished } from './execute.ts';
import type { Mongod } from './source.ts';
import { requireUsable } from './version.ts';

const packages: readonly (readonly [library: RegExp, brings: string])[] = [
  [/^lib(crypto|ssl)\.so\.3/, 'libssl3 on Debian and Ubuntu, openssl-libs on Fedora and Red Hat'],
  [/^libcurl\.so\.4/, 'libcurl4 on Debian and Ubuntu, libcurl on Fedora and Red Hat'],
  [/^liblzma\.so\.5/, 'liblzma5 on Debian and Ubuntu, xz-libs on Fedora and Red Hat'],
  [/^lib(crypto|ssl)\.so\.1\.1/, 'OpenSSL 1.1, which current distributions no longer carry'],
];

/** Starts the binary once to ask its version; throws with the reason when it does not run or is not usable. */
export async function probe(binary: string, dataSeries?: string): Promise<Mongod> {
  await access(binary, constants.X_OK).catch(() => {
    throw new Error(`${binary} is not there or may not be executed`);
  });
  const output = await execute(binary, ['--version'], 20_000).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`${binary} is built for another kind of system`);
    throw error;
  });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(output.stdout)?.[1];
  if (output.code !== 0 || version === undefined)
    throw new Error(`${binary} does not start: ${obstacle(output)}`);
  requireUsable(version, dataSeries);
  return { binary, version };
}

/** Reads the loader's complaint; matched by file names, because its words follow the locale. */
function obstacle(output: Pick<Finished, 'stdout' | 'stderr'>): string {
  const glibc = /GLIBC_(\d+(?:\.\d+)+)/.exec(output.stderr)?.[1];
  if (glibc !== undefined) return `it needs glibc ${glibc} or newer`;
  const library = /(lib[\w+-]+\.so[.\d]*): /.exec(output.stderr)?.[1];
  if (library === undefined) return `${output.stderr}${output.stdout}`.trim().split('\n')[0] || 'no message';
  const brings = packages.find(([pattern]) => pattern.test(library))?.[1];
  return `the shared library ${library} is missing${brings ? `; it comes with ${brings}` : ''}`;
}
