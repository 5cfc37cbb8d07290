import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { testFolder } from '../run/folders.ts';
import { keysFolder } from '../run/server.ts';
import { builtCli } from './builtCli.ts';

/** A service as it is built, in a process of its own. */
export interface BuiltService {
  /** Rejects when the process ends; nobody has to wait for it. */
  readonly ended: Promise<never>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts what was built, with web and workers, silent and without specimens; `settings` say where and on which database. */
export async function startBuilt(settings: Readonly<Record<string, string>>): Promise<BuiltService> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: await testFolder(),
    KEYS_DIR: keysFolder(),
    SERVICES: 'web,workers',
    FIRST_SPECIMENS: '0',
    LOG_LEVEL: 'silent',
    SECURITY_LOG: 'off',
    LOOKUPS_PER_MINUTE: '1000000',
    ...settings,
  };
  const service = spawn(process.execPath, [builtCli, 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(service, 'exit').then(([code]): never => {
    throw new Error(`the service ended with ${code}`);
  });
  ended.catch(() => {});
  return { ended, stop: () => stopped(service) };
}

async function stopped(service: ChildProcess): Promise<number | null> {
  service.kill('SIGTERM');
  if (service.exitCode === null) await once(service, 'exit');
  return service.exitCode;
}
