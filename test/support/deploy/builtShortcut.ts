import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Shortcut } from './layOutImage.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Takes what this clone has built and installed, for production alone, instead of building and installing it once more. */
export const builtShortcut: Shortcut = (command, workdir) => {
  if (command === 'npm ci') return true;
  if (command === 'npm ci --omit=dev') {
    for (const name of productionPackages()) copy(join(root, name), join(workdir, name));
    return true;
  }
  if (command === 'npm run build && rm dist/*.map') {
    copy(join(root, 'dist'), join(workdir, 'dist'));
    execFileSync('sh', ['-c', 'rm -f dist/*.map; rm -rf dist/modules'], { cwd: workdir });
    return true;
  }
  return false;
};

/** Folders of what is installed of packages that are not for development alone; those inside of another come along with it. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages as Record<string, { readonly dev?: boolean }>)
    .filter(([path, { dev }]) => path.lastIndexOf('node_modules/') === 0 && dev !== true)
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)));
}

/** By links where both are on one disk. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    execFileSync('cp', ['-a', from, to]);
  }
}
