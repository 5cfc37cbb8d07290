import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBuildCache } from '../buildCache.ts';
import type { PublishedScheme } from '../criteria/scheme.ts';
import type { SourceText } from '../criteria/sourceFile.ts';
import { projectFile } from '../projectFile.ts';

const ourCriteria = fileURLToPath(projectFile('criteria'));

/** Reads every criteria version below `folder` and checks it: a program with a faulty rule does not start. */
export async function loadSchemes(folder = ourCriteria): Promise<ReadonlyMap<string, PublishedScheme>> {
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

/** The files of every version below `folder`, the oldest version first. */
export async function schemeFiles(folder = ourCriteria): Promise<readonly (readonly SourceText[])[]> {
  const set = join(folder, 'made-in-ess');
  const byNumber = new Intl.Collator('en', { numeric: true });
  const versions = (await readdir(set)).sort(byNumber.compare);
  return Promise.all(versions.map((version) => filesOf(join(set, version))));
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
