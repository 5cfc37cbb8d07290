import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { digestOf, type Prepared, preparedFile } from './parseYaml.ts';
import { projectFile } from './projectFile.ts';

/** A step of the build: reads every YAML file of criteria and templates once, so that a start does not. */
const folders = ['criteria', 'templates'].map((folder) => fileURLToPath(projectFile(folder)));
const listed = await Promise.all(
  folders.map(async (folder) =>
    (await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
  ),
);
const texts = await Promise.all(
  listed
    .flat()
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => readFile(path, 'utf8')),
);
const prepared: Prepared = Object.fromEntries(texts.map((text) => [digestOf(text), parse(text)]));
await writeFile(preparedFile, JSON.stringify(prepared));
