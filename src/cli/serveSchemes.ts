import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
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

/** Before a label whose service ended is started again: doubled each time, until it ran for as long as that. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/**
 * Serves the label of each file of settings in a thread of its own, until it is stopped. Modules are loaded anew in each, so that nothing
 * of one label can reach another. One that does not start, or fails later, says why and is started again, while the others go on; once
 * none runs any more, the process ends, and whoever watches it starts it again.
 */
export async function serveSchemes(files: readonly string[]): Promise<void> {
  const all = files.map((file) => ({ file, env: environmentWith(readFileSync(file, 'utf8')) }));
  refuseShared(all);
  const running = new Set<Worker>();
  let isEnding = false;
  const run = ({ file, env }: Settings, waitMs: number) => {
    const thread = startThread(import.meta.url, 'serveThread', { env, name: file });
    const startedAt = performance.now();
    running.add(thread);
    thread.on('error', (error) => console.error(`${file}: ${error.message}`));
    thread.on('exit', () => {
      running.delete(thread);
      if (isEnding) return;
      if (running.size === 0) {
        console.error(`${file}: its service ended, and no other runs.`);
        process.exit(1);
      }
      const wait = performance.now() - startedAt > longestWaitMs ? firstWaitMs : waitMs;
      console.error(`${file}: its service ended; the others go on. It starts again in ${wait / 1000} s.`);
      setTimeout(() => {
        if (!isEnding) run({ file, env }, Math.min(2 * wait, longestWaitMs));
      }, wait).unref();
    });
  };
  for (const settings of all) run(settings, firstWaitMs);
  closeWithGrace({ delay: graceMs }, async () => {
    isEnding = true;
    await Promise.all([...running].map(stopped));
  });
}

const ownSettings = [
  ...['SCHEME', 'PORT', 'METRICS_PORT', 'DATA_DIR', 'MONGODB_NAME', 'PUBLIC_URL', 'KEYS_DIR'],
  ...['SESSION_SECRET', 'SESSION_SECRET_FILE', 'SCIM_TOKEN', 'SCIM_TOKEN_FILE'],
  ...['BOUNCE_ADDRESS', 'BOUNCE_PORT'],
];

/** What belongs to one label alone: two that share it would write into each other's register. */
function refuseShared(all: readonly Settings[]): void {
  const faults = ownSettings.flatMap((name) => {
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
