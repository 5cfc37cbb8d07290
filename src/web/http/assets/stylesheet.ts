import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../../../projectFile.ts';

const sources = projectFile('templates/assets/');
const built = projectFile('dist/assets/');
const load = createRequire(import.meta.url);

/** What every page has, and what those have beside it that one signs in for. */
export const stylesheets = ['style.css', 'private.css'] as const;

/** A style sheet: the built one, in development made again when a source is newer. */
export function stylesheet(name: (typeof stylesheets)[number], mode: 'development' | 'production'): Buffer {
  const file = new URL(name, built);
  if (mode === 'development' && changedAt(file) < newestSource()) compile(name);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`dist/assets/${name} is missing: npm run build:assets makes it`, { cause });
  }
}

function newestSource(): number {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  return Math.max(
    ...files.filter((name) => name.endsWith('.scss')).map((name) => changedAt(new URL(name, sources))),
  );
}

function changedAt(file: URL): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function compile(name: string): void {
  // Imported here only: a production install has no compiler.
  const sass: typeof import('sass') = load('sass');
  const { css } = sass.compile(fileURLToPath(new URL(name.replace('.css', '.scss'), sources)), {
    loadPaths: [fileURLToPath(projectFile('node_modules/'))],
    style: 'compressed',
    quietDeps: true,
  });
  mkdirSync(built, { recursive: true });
  writeFileSync(new URL(name, built), css);
}
