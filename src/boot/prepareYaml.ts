import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildCacheFile, buildCacheFolder } from '../buildCache.ts';
import { readScheme } from '../criteria/readScheme.ts';
import { localeFiles, readLocale, textOf } from '../i18n/loadLocales.ts';
import { writtenLanguages } from '../profile/profileShape.ts';
import { schemeNames } from '../profile/schemeNames.ts';
import { projectFile } from '../projectFile.ts';
import { schemeFiles, schemeText } from './loadSchemes.ts';
import { runAsScheme } from './runAsScheme.ts';

const keep = (text: string, value: unknown) => writeFile(buildCacheFile(text), JSON.stringify(value));
const namesIn = async (folder: string, ending: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(ending));

/**
 * A step of the build: reads every YAML file of criteria and templates once and makes words and criteria of it, so that a start does not.
 * The versions of a scheme are read by a process of that scheme.
 */
if (process.argv.includes('versions')) await keepVersions();
else {
  await rm(buildCacheFolder, { recursive: true, force: true });
  await mkdir(buildCacheFolder);
  await keepCommon();
  for (const scheme of schemeNames()) {
    const { status, stderr } = runAsScheme(scheme, ['versions']);
    if (status !== 0) throw new Error(`${scheme}: ${stderr}`);
  }
}

async function keepCommon(): Promise<void> {
  for (const language of writtenLanguages) {
    const files = localeFiles(projectFile('templates/locales/'), language);
    await keep(textOf(files), readLocale(files, language));
  }
  for (const folder of ['criteria', 'templates'].map((name) => fileURLToPath(projectFile(name)))) {
    for (const name of await namesIn(folder, '.yaml')) {
      const text = await readFile(join(folder, name), 'utf8');
      await keep(text, parse(text));
    }
  }
}

async function keepVersions(): Promise<void> {
  for (const files of await schemeFiles()) await keep(schemeText(files), readScheme(files));
}
