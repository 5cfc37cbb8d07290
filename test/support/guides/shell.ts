import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** One shell that is given commands block by block, like the terminal of who follows a guide: folder, variables and jobs stay. */
export interface Shell {
  /** Gives what the commands printed; rejects with it where one failed, after which the shell has ended. */
  run(code: string): Promise<string>;
  /** Ends the shell and what it left running. */
  stop(): Promise<void>;
}

/** Starts a shell in a folder; what it runs is kept in `scripts`. */
export function openShell(folder: string, scripts: string, env: NodeJS.ProcessEnv): Shell {
  // A group of its own, so that what was left running ends with it.
  const child = spawn('sh', ['-eu'], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let output = '';
  child.stdout?.on('data', (words) => {
    output += words;
  });
  child.stderr?.on('data', (words) => {
    output += words;
  });
  // Told by its end: a shell that failed takes no more.
  child.stdin?.on('error', () => {});
  const ended = once(child, 'exit').then(() => 'ended');
  const lines = createInterface(child.stdio[3] as Readable);
  let count = 0;
  return {
    run: async (code) => {
      count += 1;
      const script = join(scripts, `${count}.sh`);
      writeFileSync(script, code);
      output = '';
      const done = once(lines, 'line').then(() => 'done');
      // Without an input of its own a command would take what is said to the shell.
      child.stdin?.write(`. '${script}' < /dev/null\necho done >&3\n`);
      if ((await Promise.race([done, ended])) === 'ended')
        throw new Error(`failed after it printed:\n${output}`);
      return output;
    },
    stop: async () => {
      if (child.pid !== undefined) signalGroup(child.pid);
      await closed;
    },
  };
}

function signalGroup(group: number): void {
  try {
    process.kill(-group, 'SIGTERM');
  } catch {
    // The shell has ended, and left nothing running.
  }
}
