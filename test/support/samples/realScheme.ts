import { readdirSync, readFileSync } from 'node:fs';
import { readScheme } from '../../../src/criteria/readScheme.ts';
import type { PublishedScheme } from '../../../src/criteria/scheme.ts';
import type { SourceText } from '../../../src/criteria/sourceFile.ts';

const root = new URL('../../../criteria/', import.meta.url);

/** Every version of made-in-ess on disk, as `made-in-ess/1.0.0`. */
export function versionsOnDisk(): string[] {
  const names = readdirSync(new URL('made-in-ess/', root)).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  return names.map((version) => `made-in-ess/${version}`);
}

/** The files of one version, with paths from the root of the repository. */
export function filesOf(version: string): SourceText[] {
  const folder = new URL(`${version}/`, root);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      path: `criteria/${version}/${name}`,
      text: readFileSync(new URL(name, folder), 'utf8'),
    }));
}

const read = new Map<string, PublishedScheme>();

/** The version that takes new applications. */
export const openVersion = '1.1.0';

/** A published version of made-in-ess, read once: the open one, or the one that is named. */
export function realScheme(version = openVersion): PublishedScheme {
  const known = read.get(version) ?? readScheme(filesOf(`made-in-ess/${version}`));
  read.set(version, known);
  return known;
}

/** Every version of made-in-ess, as the service knows them. */
export function allSchemes(): ReadonlyMap<string, PublishedScheme> {
  const versions = versionsOnDisk().map((path) => path.split('/').at(-1) ?? '');
  return new Map(versions.map((version) => [version, realScheme(version)]));
}
