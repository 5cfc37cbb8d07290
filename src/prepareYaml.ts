import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScheme } from './criteria/readScheme.ts';
import { languages } from './criteria/scheme.ts';
import { schemeFiles, schemeText } from './loadSchemes.ts';
import { preparedFolder, preparedOf, yaml } from './parseYaml.ts';
import { projectFile } from './projectFile.ts';
import { localeFiles, readLocale, textOf } from './words/loadLocales.ts';

/** A step of the build: reads every YAML file of criteria and templates once, makes words and criteria of it, so that a start does not. */
await rm(preparedFolder, { recursive: true, force: true });
await mkdir(preparedFolder);
const keep = (text: string, value: unknown) => writeFile(preparedOf(text), JSON.stringify(value));

for (const language of languages) {
  const files = localeFiles(projectFile('templates/locales/'), language);
  await keep(textOf(files), readLocale(files, language));
}
for (const files of await schemeFiles(fileURLToPath(projectFile('criteria')))) {
  await keep(schemeText(files), readScheme(files));
}
for (const folder of ['criteria', 'templates'].map((name) => fileURLToPath(projectFile(name)))) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    await keep(text, yaml().parse(text));
  }
}
