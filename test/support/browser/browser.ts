import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { folderLock } from '../../../src/storage/database/run/folderLock.ts';
import { atEnd } from '../run/atEnd.ts';

/** Which Chromium to test with, when it is not the packed one. */
const own = process.env.CHROMIUM_BINARY;

/** Nothing that comes takes so long (milliseconds), on the slowest machine: it only ends the wait for what never comes. */
const timeoutMs = 5 * 60_000;

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
  return openBrowser(also);
}

/** A real browser; what a test waits for in it may come as late as it likes. */
async function openBrowser(also: readonly string[] = []): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', ...also];
  const browser = await chromium.launch({ ...(await named()), args, timeout: timeoutMs });
  return browser.on('context', (context) => context.setDefaultTimeout(timeoutMs));
}

/** The one that a package brings, alike on every machine, unless another is named. */
async function named(): Promise<LaunchOptions> {
  if (own) return { executablePath: own };
  const folder = tmpdir();
  // Two processes of a run may come for it at once.
  const executablePath = await folderLock(folder, () => {}, unpacked);
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
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
