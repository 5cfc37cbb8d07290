import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { projectFile } from '../../../src/projectFile.ts';
import { buildThreads } from '../../../src/threads/startThread.ts';

/** Inside of the project, because threads look for its files and its libraries from where they lie. */
const cache = fileURLToPath(projectFile('node_modules/.cache/'));
/** How the service is built. */
const options = JSON.parse(readFileSync(projectFile('bundle.json'), 'utf8'));
const built = new Map<string, URL>();
let folder: string | undefined;

/** Builds each thread once in this process, when it is first started, in the way that the build of the service does. */
function builtThread(source: URL): URL {
  const known = built.get(source.href);
  if (known) return known;
  const outdir = ownFolder();
  buildSync({ ...options, entryPoints: [fileURLToPath(source)], outdir });
  const file = pathToFileURL(join(outdir, basename(source.pathname).replace(/\.ts$/, '.js')));
  built.set(source.href, file);
  return file;
}

function ownFolder(): string {
  if (folder) return folder;
  mkdirSync(cache, { recursive: true });
  const own = mkdtempSync(join(cache, 'threads-'));
  process.once('exit', () => rmSync(own, { recursive: true, force: true }));
  folder = own;
  return own;
}

buildThreads(builtThread);
