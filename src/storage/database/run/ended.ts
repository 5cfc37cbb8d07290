import { setTimeout as delay } from 'node:timers/promises';
import { lockHolder } from './folder.ts';
import { isAlive } from './isAlive.ts';
import { isListening } from './port.ts';

const timeoutMs = 60_000;

/**
 * Waits until the server that was told to stop has let go of its folder and its port; throws when it still
 * holds them after a minute.
 */
export async function ended(folder: string, port: number, pid: number): Promise<void> {
  const until = Date.now() + timeoutMs;
  // The process id alone does not tell: it may linger as a zombie of another program.
  while (isAlive(pid) && ((await lockHolder(folder)) === pid || (await isListening(port)))) {
    if (Date.now() > until) throw new Error(`The database server (process ${pid}) did not end in a minute.`);
    await delay(20);
  }
}
