import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import closeWithGrace from 'close-with-grace';
import { environmentWith } from '../config.ts';
import { defaultScheme } from '../profile/schemeFile.ts';
import { startThread } from '../threads/startThread.ts';

interface Settings {
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Longer than a service takes to end by itself, the time included for which it still answers. */
const graceMs = 90_000;

/**
 * Serves the label of each file of settings in a thread of its own, until it is stopped. Modules are loaded anew in each, so that nothing
 * of one label can reach another. Where one does not start, or fails later, all end: whoever watches the process starts it again.
 */
export async function serveSchemes(files: readonly string[]): Promise<void> {
  const all = files.map((file) => ({ file, env: environmentWith(readFileSync(file, 'utf8')) }));
  refuseShared(all);
  const threads = all.map(({ file, env }) => ({
    file,
    thread: startThread(import.meta.url, 'serveThread', { env, name: file }),
  }));
  let ending: Promise<unknown> | null = null;
  const end = () => {
    ending ??= Promise.all(threads.map(({ thread }) => stopped(thread)));
    return ending;
  };
  for (const { file, thread } of threads) {
    thread.on('error', (error) => console.error(`${file}: ${error.message}`));
    thread.on('exit', async () => {
      if (ending) return;
      console.error(`${file}: its service ended, so all of this process end.`);
      await end();
      process.exit(1);
    });
  }
  closeWithGrace({ delay: graceMs }, async () => {
    await end();
  });
}

/** What belongs to one label alone: two that share it would write into each other's register. */
function refuseShared(all: readonly Settings[]): void {
  const own = ['SCHEME', 'PORT', 'DATA_DIR', 'MONGODB_NAME', 'PUBLIC_URL', 'KEYS_DIR'] as const;
  const faults = own.flatMap((name) => {
    const values = all.map(({ env }) => settingOf(name, env));
    const shared = values.some((value, i) => value !== undefined && values.indexOf(value) !== i);
    return shared ? [`  ${name} is the same in two of them, and must be each one's own`] : [];
  });
  if (faults.length > 0) throw new Error(`${all.map(({ file }) => file).join(', ')}:\n${faults.join('\n')}`);
}

/** As the service reads it; undefined where it then takes one that no other has. */
function settingOf(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const given = env[name];
  if (name === 'SCHEME') return given ?? defaultScheme;
  if (name === 'PORT') return given === '0' ? undefined : (given ?? '3000');
  return given !== undefined && /_DIR$/.test(name) ? resolve(given) : given;
}

async function stopped(thread: Worker): Promise<void> {
  if (thread.threadId === -1) return;
  thread.postMessage('stop');
  await once(thread, 'exit');
}
