import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBuildCache } from '../buildCache.ts';
import type { PublishedScheme } from '../criteria/scheme.ts';
import type { SourceText } from '../criteria/sourceFile.ts';
import { schemeFile } from '../profile/schemeFile.ts';

const ourScheme = fileURLToPath(schemeFile('.'));
const numbered = /^\d+\.\d+\.\d+$/;

/** Reads every criteria version in the folder of a scheme and checks it: a program with a faulty rule does not start. */
export async function loadSchemes(folder = ourScheme): Promise<ReadonlyMap<string, PublishedScheme>> {
  const schemes = await Promise.all((await schemeFiles(folder)).map(loadScheme));
  return new Map(schemes.map((published) => [published.scheme.version, published]));
}

/** What the build made of a version; it is read and checked only when its files are others. */
async function loadScheme(files: readonly SourceText[]): Promise<PublishedScheme> {
  const built = readBuildCache(schemeText(files));
  if (built) return built as PublishedScheme;
  const { readScheme } = await import('../criteria/readScheme.ts');
  return readScheme(files);
}

/** The files of every version in the folder of a scheme, the oldest version first. */
export async function schemeFiles(folder = ourScheme): Promise<readonly (readonly SourceText[])[]> {
  const byNumber = new Intl.Collator('en', { numeric: true });
  const names = await readdir(folder);
  const versions = names.filter((name) => numbered.test(name)).sort(byNumber.compare);
  return Promise.all(versions.map((version) => filesOf(join(folder, version))));
}

async function filesOf(folder: string): Promise<readonly SourceText[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const paths = names.sort().map((name) => join(folder, name));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** All of a version, under which the build keeps what it made of it: which version and which file it is counts too. */
export function schemeText(files: readonly SourceText[]): string {
  return files.flatMap(({ path, text }) => [...path.split('/').slice(-2), text]).join('\0');
}
