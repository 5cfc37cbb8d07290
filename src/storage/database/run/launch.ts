import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How a start ended: the server answers, another server holds the folder, or the port was taken meanwhile. */
export type Launch = 'up' | 'folderHeld' | 'portTaken';

/** What a server is started with. */
export interface LaunchOptions {
  readonly binary: string;
  readonly folder: string;
  readonly port: number;
  readonly keyFile: string;
  /** Name of its replica set, where it is one of several. */
  readonly set?: string;
  /** Further options of such a server. */
  readonly also?: readonly string[];
}

/** Starts a server on the folder and waits until it listens; throws with the server's own last complaint. */
export async function launch(options: LaunchOptions): Promise<Launch> {
  const { folder } = options;
  const log = join(folder, 'mongod.log');
  await rename(log, `${log}.before`).catch(() => undefined);
  const child = await start(options, log);
  while (child.exitCode === null && child.signalCode === null) {
    // Read in its log: the port may be another program's, and a new server answers nobody without a password.
    if ((await readFile(log, 'utf8')).includes('"Waiting for connections"')) return 'up';
    await delay(20);
  }
  const lines = await readFile(log, 'utf8');
  if (lines.includes('DBPathInUse')) return 'folderHeld';
  if (/Address already in use|AddressInUse|SocketException/.test(lines)) return 'portTaken';
  throw new Error(`The database server ended while starting: ${lastComplaint(lines)} (all of it: ${log})`);
}

async function start(options: LaunchOptions, log: string): Promise<ChildProcess> {
  const output = await open(log, 'w', 0o600);
  try {
    const child = spawn(options.binary, serverArguments(options), {
      // Its own session and a file for its output: neither Ctrl-C nor our death may reach the server.
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return child;
  } finally {
    await output.close();
  }
}

function serverArguments({ folder, port, keyFile, set = 'rs0', also = [] }: LaunchOptions): string[] {
  const limits = [
    '--wiredTigerCacheSizeGB',
    '0.5',
    '--setParameter',
    'diagnosticDataCollectionEnabled=false',
    // The fewest: a password of 32 random bytes is not guessed, however cheap a guess.
    '--setParameter',
    'scramSHA256IterationCount=5000',
  ];
  const place = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  return [...place, '--replSet', set, '--quiet', '--keyFile', keyFile, ...limits, ...also];
}

function lastComplaint(lines: string): string {
  for (const line of lines.trim().split('\n').reverse()) {
    if (!/"s":"[EF]"/.test(line)) continue;
    const { msg, attr } = JSON.parse(line) as { msg: string; attr?: { error?: unknown } };
    return attr?.error === undefined ? msg : `${msg}, ${JSON.stringify(attr.error)}`;
  }
  return lines.trim().split('\n').at(-1) || 'it said nothing';
}
