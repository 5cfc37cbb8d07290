import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programFile } from './startThread.ts';

/** What a thread and a process have in common for whoever calls their functions. */
export interface Runner extends EventEmitter {
  postMessage(value: unknown): void;
  terminate(): Promise<unknown>;
  ref(): void;
  unref(): void;
}

/** Limits of a process: its memory at any time (MB), and its work for one call (ms of processor time). */
export interface ProcessLimits {
  readonly maxMemoryMb: number;
  readonly timeoutMs: number;
}

/**
 * Starts a file of ours, as `startThread` does, as a process that is killed beyond its limits. A thread has no limit for what libraries in C
 * allocate. The process inherits no environment, because that may hold secrets.
 */
export function startProcess(beside: string, name: string, limits: ProcessLimits): Runner {
  const { file, isBuilt } = programFile(beside, name);
  const child = fork(fileURLToPath(file), [JSON.stringify(limits)], {
    env: {},
    execArgv: [...(isBuilt ? [] : ['--import', 'tsx']), `--max-old-space-size=${limits.maxMemoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new ProcessRunner(child, name);
}

class ProcessRunner extends EventEmitter implements Runner {
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, name: string) {
    super();
    this.#child = child;
    let isReady = false;
    child.on('message', (message) => {
      isReady = true;
      this.emit('message', message);
    });
    child.on('error', (error) => this.emit('error', error));
    child.on('exit', (code, signal) => {
      if (!isReady) this.emit('error', new Error(`${name} ended as it started: ${signal ?? code}`));
      this.emit('exit');
    });
  }

  postMessage(value: object): void {
    this.#child.send(value);
  }

  async terminate(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  ref(): void {
    this.#child.ref();
    this.#child.channel?.ref();
  }

  unref(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}
