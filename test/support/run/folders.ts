import { readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../../src/storage/database/run/isAlive.ts';

const prefix = 'made-in-ess-test-';
const memory = '/dev/shm';
const roomNeeded = 4 * 1024 ** 3;
const folders = new Set<string>();

/** A throw-away folder; whatever server still runs in it at the end of this process is killed. */
export async function testFolder(under = tmpdir()): Promise<string> {
  await sweep(under);
  const folder = await mkdtemp(join(under, `${prefix}${process.pid}-`));
  folders.add(folder);
  return folder;
}

/** One for a server whose data need not outlive the machine: in memory where there is room, so that no write waits for a disk. */
export async function serverFolder(): Promise<string> {
  const room = await statfs(memory).catch(() => undefined);
  return testFolder(room && room.bavail * room.bsize > roomNeeded ? memory : tmpdir());
}

/** Ends what runs in the folders of this process and removes them, at once and without asking. */
export function discardFolders(): void {
  for (const folder of folders) discard(folder);
  folders.clear();
}

function discard(folder: string): void {
  const gone = `${folder}-gone`;
  try {
    const server = serverIn(folder);
    // Out of the way first: other processes of the run would start the server again where it was.
    renameSync(folder, gone);
    process.kill(server, 'SIGKILL');
  } catch {
    // Nothing was started there, or it has ended cleanly.
  }
  for (const left of [folder, gone]) rmSync(left, { recursive: true, force: true, maxRetries: 5 });
}

function serverIn(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'mongo', 'mongod.lock'), 'utf8'), 10);
}

/** Removes what a killed run left behind; its process ids may belong to others by now. */
async function sweep(under: string): Promise<void> {
  for (const name of await readdir(under)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!(pid > 0) || isAlive(pid)) continue;
    const folder = join(under, name);
    try {
      const command = readFileSync(`/proc/${serverIn(folder)}/cmdline`, 'utf8');
      if (command.includes(folder)) discard(folder);
    } catch {
      // No server was left running there.
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

process.once('exit', discardFolders);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code));
}
