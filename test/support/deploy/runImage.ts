import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../guides/freePort.ts';
import type { LaidOutImage } from './layOutImage.ts';

/** An image that runs, as its user where this process may choose one. */
export interface RunningImage {
  readonly port: number;
  /** Asks its health by the command of the image; `args` are added. */
  health(...args: readonly string[]): SpawnSyncReturns<string>;
  /** What it wrote on its standard output and error so far. */
  said(): string;
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the entry point of an image that lies in a folder, by a Node.js of choice, and waits until it is ready. */
export async function runImage(
  image: LaidOutImage,
  settings: Readonly<Record<string, string>>,
  node = process.execPath,
): Promise<RunningImage> {
  const temporary = join(image.folder, 'tmp');
  mkdirSync(temporary, { recursive: true, mode: 0o777 });
  spawnSync('chmod', ['1777', temporary]);
  const [port, metrics] = [await freePort(), await freePort()];
  const env = {
    PATH: '/usr/bin:/bin',
    TMPDIR: temporary,
    ...image.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_HOST: '127.0.0.1',
    METRICS_PORT: String(metrics),
    // The volume of an image lies at the root, as its files do here.
    DATA_DIR: join(image.folder, image.env.DATA_DIR ?? ''),
    ...settings,
  };
  const asUser = { cwd: image.workdir, env, ...userOf(image, node) };
  const words = (list: readonly string[]) => list.map((word) => (word === 'node' ? node : word));
  const [command = '', ...args] = words(image.entrypoint);
  const child = spawn(command, args, { ...asUser, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = listen(child);
  const health = (...more: readonly string[]) => {
    const [asked = '', ...rest] = words(image.health);
    return spawnSync(asked, [...rest, ...more], { ...asUser, encoding: 'utf8' });
  };
  while (health('--ready').status !== 0) {
    if (child.exitCode !== null) throw new Error(`the image ended with ${child.exitCode}:\n${heard()}`);
  }
  return {
    port,
    health,
    said: heard,
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      return child.exitCode;
    },
  };
}

/** What the user of an image may write below a folder, links aside; null where this process cannot become that user. */
export function writableBy(image: LaidOutImage, folder: string): string | null {
  const user = userOf(image, '/usr/bin/find');
  if (user.uid === undefined) return null;
  return spawnSync('find', [folder, '-not', '-type', 'l', '-writable'], { ...user, encoding: 'utf8' }).stdout;
}

/** A secret in a file that every user of this machine may read, as that of a container may. */
export function secretFile(image: LaidOutImage, name: string, secret: string): string {
  const folder = join(image.folder, 'run/secrets');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${secret}\n`, { mode: 0o644 });
  return join(folder, name);
}

/** The user of the image, if this process is root and that user may run the program. */
function userOf({ user: [uid, gid] }: LaidOutImage, program: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return spawnSync('test', ['-x', program], { uid, gid }).status === 0 ? { uid, gid } : {};
}

function listen({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  return () => text;
}
