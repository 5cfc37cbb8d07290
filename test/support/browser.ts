import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { folderLock } from '../../src/storage/run/folderLock.ts';
import { atEnd } from './atEnd.ts';

const installed = '/usr/bin/chromium';

let shared: Promise<Browser> | undefined;

/** The one real browser of this process; a test opens a context of its own in it, and closes it. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= openBrowser().then((browser) => {
    // Whoever comes after one that broke gets another.
    browser.once('disconnected', () => {
      shared = undefined;
    });
    atEnd(() => browser.close());
    return browser;
  });
  return shared;
}

/** A browser of one's own, with more said to it at its start; whoever opened it closes it. */
export function browserWith(also: readonly string[]): Promise<Browser> {
  return openBrowser(installed, also);
}

/** A real browser: the machine's own Chromium when it has one, otherwise the one that a package brings. */
async function openBrowser(path = installed, also: readonly string[] = []): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', ...also];
  if (existsSync(path)) return chromium.launch({ executablePath: path, args });
  const folder = tmpdir();
  // Two processes of a run may come for it at once.
  const executablePath = await folderLock(folder, () => {}, unpacked);
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return chromium.launch({ executablePath, args, env });
}

/** Unpacks the browser with the system libraries it needs: the package does that only where it believes to be at a cloud provider's. */
async function unpacked(): Promise<string> {
  const { AWS_LAMBDA_JS_RUNTIME: runtime, LD_LIBRARY_PATH: libraries } = process.env;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    restore('AWS_LAMBDA_JS_RUNTIME', runtime);
    restore('LD_LIBRARY_PATH', libraries);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
