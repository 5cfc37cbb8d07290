import { readdirSync, readFileSync } from 'node:fs';
import type { SchemeFile } from '../../src/criteria/readScheme.ts';
import { readScheme } from '../../src/criteria/readScheme.ts';
import type { PublishedScheme } from '../../src/criteria/scheme.ts';

const root = new URL('../../criteria/', import.meta.url);

/** Every version on disk, as `made-in-ess/1.0.0`. */
export function versionsOnDisk(): string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, root)).map((version) => `${name}/${version}`),
  );
}

/** The files of one version, with paths from the root of the repository. */
export function filesOf(version: string): SchemeFile[] {
  const folder = new URL(`${version}/`, root);
  return readdirSync(folder).map((name) => ({
    path: `criteria/${version}/${name}`,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));
}

let read: PublishedScheme | undefined;

/** The published scheme made-in-ess 1.0.0, read once. */
export function realScheme(): PublishedScheme {
  read ??= readScheme(filesOf('made-in-ess/1.0.0'));
  return read;
}
