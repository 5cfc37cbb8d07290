import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Recipe, Step } from './readRecipes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const copied = ['src', 'templates', 'test', 'criteria', 'docs', 'client', 'deploy'];
const single = ['package.json', 'tsconfig.json', 'biome.json', '.mocharc.json', 'bundle.json'];
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'knip.json', '.gitignore'];

/** A copy of the repository in a folder of its own, with the same packages and built assets. */
export function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'made-in-ess-recipes-'));
  for (const name of [...copied, ...single, ...pages])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  // A folder of its own, because tests keep what they build in it.
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== '.cache')) {
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  mkdirSync(join(copy, 'dist'));
  symlinkSync(join(root, 'dist/assets'), join(copy, 'dist/assets'));
  run(copy, 'git init --quiet');
  return copy;
}

/** Does in a copy what a recipe says; gives the files that are new or other than before. */
export function followRecipe(copy: string, { title, steps }: Recipe): string[] {
  const before = treeOf(copy);
  for (const step of steps) {
    if (step.place === 'command') run(copy, step.code);
    for (const path of step.paths) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        written(step, step.place === 'new' ? null : readFileSync(file, 'utf8'), `${title}: ${path}`),
      );
    }
  }
  return run(copy, `git diff-tree -r --name-only ${before} ${treeOf(copy)}`)
    .split('\n')
    .filter(Boolean);
}

/** Runs a command in a copy, and gives what it prints; the whole output is the fault of one that fails. */
export function run(copy: string, command: string): string {
  try {
    return execFileSync('sh', ['-c', command], { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${command}\n${stdout}${stderr}`);
  }
}

function written({ place, anchor, code }: Step, text: string | null, where: string): string {
  if (text === null) return code;
  if (place === 'at its end') return text + code;
  const lines = text.split('\n');
  const found = lines.flatMap((line, i) => (line.includes(anchor) ? [i] : []));
  const [at] = found;
  if (at === undefined || found.length > 1)
    throw new Error(`${where} has ${found.length} lines with ${anchor}`);
  const added = code.split('\n').slice(0, -1);
  lines.splice(place === 'after' ? at + 1 : at, place === 'in place of' ? 1 : 0, ...added);
  return lines.join('\n');
}

/** A tree of git that holds what lies in a copy now. */
function treeOf(copy: string): string {
  run(copy, 'git add -A');
  return run(copy, 'git write-tree').trim();
}
