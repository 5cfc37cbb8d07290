import { type ExecFileException, execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How a command ended. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = promisify(execFile);

/** Runs a command to its end; rejects when it cannot be started or outlives `timeoutMs`. */
export async function execute(
  command: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<Finished> {
  const running = run(command, args, { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: Infinity });
  // Nobody is there to answer what it asks.
  running.child.stdin?.end();
  try {
    return { code: 0, ...(await running) };
  } catch (error) {
    const { code = null, killed, stdout = '', stderr = '' } = error as ExecFileException;
    if (typeof code === 'string') throw error;
    if (killed) throw new Error(`${command} gave no answer within ${Math.round(timeoutMs / 1000)} s`);
    return { code, stdout, stderr };
  }
}
