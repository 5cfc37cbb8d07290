import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readScheme } from './criteria/readScheme.ts';
import type { PublishedScheme } from './criteria/scheme.ts';
import { known } from './parseYaml.ts';

const set = 'made-in-ess';

/** Reads every criteria version below `folder` and checks it: a program with a faulty rule does not start. */
export async function loadSchemes(folder: string): Promise<ReadonlyMap<string, PublishedScheme>> {
  const versions = (await readdir(join(folder, set))).sort();
  const schemes = await Promise.all(versions.map((version) => loadScheme(join(folder, set, version))));
  return new Map(schemes.map((published) => [published.scheme.version, published]));
}

async function loadScheme(folder: string): Promise<PublishedScheme> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return readScheme(
    await Promise.all(
      names.map(async (name) => {
        const path = join(folder, name);
        const text = await readFile(path, 'utf8');
        return { path, text, value: known(text) };
      }),
    ),
  );
}
