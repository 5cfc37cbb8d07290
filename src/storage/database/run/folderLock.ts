import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './isAlive.ts';

const touchMs = 1_000;
const staleMs = 10_000;

/**
 * Runs `work` while no other program starts, joins or leaves the server of this folder. The lock of a program
 * that died is taken over; `waiting` is called once with the process that holds it.
 */
export async function folderLock<T>(
  folder: string,
  waiting: (pid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const file = join(folder, 'made-in-ess.lock');
  const token = `${process.pid} ${randomUUID()}`;
  let reported = false;
  while (!(await take(file, token))) {
    const holder = await readFile(file, 'utf8').catch(() => '');
    if (await isStale(file, holder)) await removeIf(file, holder);
    else if (!reported && holder !== '') {
      reported = true;
      waiting(Number.parseInt(holder, 10));
    }
    await delay(25);
  }
  const touching = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, touchMs).unref();
  try {
    return await work();
  } finally {
    clearInterval(touching);
    await removeIf(file, token);
  }
}

async function take(file: string, token: string): Promise<boolean> {
  return writeFile(file, token, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function isStale(file: string, holder: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return false;
  // Process ids are given out again, and are all small in a container: age decides where the id seems alive.
  const pid = Number.parseInt(holder, 10);
  return (pid > 0 && !isAlive(pid)) || Date.now() - found.mtimeMs > staleMs;
}

async function removeIf(file: string, content: string): Promise<void> {
  const now = await readFile(file, 'utf8').catch(() => undefined);
  if (now === content) await rm(file, { force: true });
}
