import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A web server in a process of its own. */
export interface ChildServer {
  /** Where it listens, without a slash at the end. */
  readonly address: string;
  /** Processor time since its start, in milliseconds. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** What a server is started from. */
export interface ServerProgram {
  readonly path: string;
  readonly arguments: readonly string[];
  /** All of its environment beside the search path. */
  readonly environment: Readonly<Record<string, string>>;
}

const reportCpu = fileURLToPath(new URL('reportCpu.cjs', import.meta.url));

/** Starts a plain program and waits until it prints the address it listens on. */
export async function childServer(program: ServerProgram): Promise<ChildServer> {
  const child = fork(program.path, program.arguments, {
    execArgv: ['--require', reportCpu],
    env: { PATH: process.env.PATH, ...program.environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return {
    address: await printedAddress(child),
    cpuMs: async () => {
      child.send('cpu');
      const [cpuMs] = await once(child, 'message');
      return Number(cpuMs);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Goes on reading after that, so that the program never waits for its output to be taken. */
function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the output of a server must be a pipe');
    createInterface(child.stdout).on('line', (line) => {
      const address = /http:\/\/[\w.]+:\d+/.exec(line)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`a server ended before it listened, with code ${code}`)));
  });
}
