import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** What some test files of a run rendered. */
export interface RenderNote {
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

const { filesOf }: { readonly filesOf: (tier: string) => string[] } = createRequire(import.meta.url)(
  '../../tiers/tiers.cjs',
);
const rendered = new Set<string>();
const noteFile = (folder: string) => join(folder, 'rendered-pages');

/** Records that the current test rendered a page. */
export function addRenderedPage(name: string): void {
  rendered.add(name);
}

/** Notes, in the folder that all processes of a run share, which test files ended and what they rendered. */
export function noteRenderedPages(folder: string, files: readonly string[]): void {
  const note: RenderNote = { files, pages: [...rendered] };
  appendFileSync(noteFile(folder), `${JSON.stringify(note)}\n`);
  rendered.clear();
}

/** Fails a run of `npm run test:all` that left a page of `templates/pages` unrendered: nothing would have looked at its markup. */
export function failOnUnrenderedPages(folder: string): void {
  const text = existsSync(noteFile(folder)) ? readFileSync(noteFile(folder), 'utf8') : '';
  const notes = text.split('\n').flatMap((line): RenderNote[] => (line ? [JSON.parse(line)] : []));
  const unrendered = unrenderedPages(notes, {
    files: filesOf('all').map((file) => resolve(file)),
    pages: pageNames(),
  });
  if (unrendered.length > 0) throw new Error(`no test renders ${unrendered.join(', ')}`);
}

/** Pages that no test rendered; none as long as a test file has not run, because it may render them. */
export function unrenderedPages(notes: readonly RenderNote[], all: RenderNote): string[] {
  const files = new Set(notes.flatMap((note) => note.files));
  const pages = new Set(notes.flatMap((note) => note.pages));
  return all.files.every((file) => files.has(file)) ? all.pages.filter((page) => !pages.has(page)) : [];
}

/** Names of the functions that a route can render. */
export function pageNames(): string[] {
  return filesBelow('templates/pages', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export (?:function|const) (\w+Page)\b/gm)].map(
      ([, name = '']) => name,
    ),
  );
}

function filesBelow(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => resolve(folder, name));
}
