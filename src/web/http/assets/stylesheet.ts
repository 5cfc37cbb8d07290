import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../../../projectFile.ts';

const sources = projectFile('templates/assets/');
const built = projectFile('dist/assets/style.css');
const load = createRequire(import.meta.url);

/** The style sheet: the built one, in development made again when a source is newer. */
export function stylesheet(mode: 'development' | 'production'): Buffer {
  if (mode === 'development' && changedAt(built) < newestSource()) compile();
  try {
    return readFileSync(built);
  } catch (cause) {
    throw new Error('dist/assets/style.css is missing: npm run build:assets makes it', { cause });
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

function compile(): void {
  // Imported here only: a production install has no compiler.
  const sass: typeof import('sass') = load('sass');
  const { css } = sass.compile(fileURLToPath(new URL('style.scss', sources)), {
    loadPaths: [fileURLToPath(projectFile('node_modules/'))],
    style: 'compressed',
    quietDeps: true,
  });
  mkdirSync(new URL('.', built), { recursive: true });
  writeFileSync(built, css);
}
