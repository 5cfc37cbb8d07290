import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';
import { sourcesBelow } from '../support/readSource.ts';

const { filesOf }: { readonly filesOf: (tier: string) => string[] } = createRequire(import.meta.url)(
  './tiers.cjs',
);
/** Specifiers of static and dynamic imports, and of the files that a thread or a process is started from. */
const specifier = /(?:from|import|import\(|new URL\()\s*'(\.[^']+\.ts)'/g;

/** Names the test files that a change since a commit (HEAD unless given) can reach, for a developer's loop. */
function reachedSince(commit: string): string[] {
  const tests = filesOf('all');
  const changed = [
    ...git('diff', '--name-only', commit),
    ...git('ls-files', '--others', '--exclude-standard'),
  ].filter((file) => !file.endsWith('.md'));
  const importers = importersOf(['src', 'templates', 'test'].flatMap(sourcesBelow));
  // Words, criteria, styles and whatever else is read at run time: nothing says who reads it.
  if (changed.some((file) => !importers.has(file))) return tests;
  const reached = new Set(changed);
  for (const file of reached) for (const one of importers.get(file) ?? []) reached.add(one);
  return tests.filter((file) => reached.has(file));
}

function importersOf(sources: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>(sources.map((file) => [file, []]));
  for (const file of sources)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(specifier))
      importers.get(normalize(join(file, '..', path)))?.push(file);
  return importers;
}

function git(...args: readonly string[]): string[] {
  const output = execFileSync('git', args, { encoding: 'utf8' });
  return output.split('\n').filter((line) => line !== '');
}

process.stdout.write(`${reachedSince(process.argv[2] ?? 'HEAD').join('\n')}\n`);
