import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Drill, sectionOf, withSection } from './section.ts';

const page = join(fileURLToPath(new URL('../../..', import.meta.url)), 'docs/drills.md');

/** Writes what a drill measured into its section of docs/drills.md, with the day and the machine; other sections stay as they are. */
export async function report(drill: Drill): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.version}`;
  await writeFile(page, withSection(await readFile(page, 'utf8'), sectionOf(drill, { day, machine })));
}
