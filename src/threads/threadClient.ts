import { once } from 'node:events';
import type { WorkerOptions } from 'node:worker_threads';
import pLimit from 'p-limit';
import { LabelError } from '../errors.ts';
import { cpuDeadline, wallDeadline } from './cpuDeadline.ts';
import { type Answer, asBuffer, type Call } from './serveThread.ts';
import { type Runner, startProcess } from './startProcess.ts';
import { startThread } from './startThread.ts';

export interface ThreadOptions extends Pick<WorkerOptions, 'workerData'> {
  /** Address of the file that asks, and the name without its ending of the one beside it that runs as a thread. */
  readonly beside: string;
  readonly name: string;
  /** How long one call may take (ms of work). */
  readonly timeoutMs: number;
  /** Threads that work beside each other; one by default. */
  readonly threads?: number;
  /** Runs processes that may take so much memory (MB) in the place of threads; each call of one counts its own work alone. */
  readonly maxMemoryMb?: number;
}

/** How long a process waits at most for its next call before its memory is given back (ms). */
const idleMs = 60_000;

/** Says that a call took too long, or more memory than it may. */
export class ThreadEnded extends Error {}

/**
 * The functions that a thread serves (serveThread.ts), to be called from here: a long call blocks nobody but its
 * caller, and whatever it does, the service goes on. A thread is started with the first call and keeps no program alive; one that
 * fails or is late is ended, and the next call starts another. With `maxMemoryMb`, each is a process of its own.
 */
export function threadClient<Functions extends object>({
  beside,
  name,
  timeoutMs,
  threads = 1,
  maxMemoryMb,
  ...options
}: ThreadOptions): Functions {
  const limit = pLimit(threads);
  const idle = new Set<Runner>();
  const isProcess = maxMemoryMb !== undefined;
  const start = (): Runner =>
    isProcess ? startProcess(beside, name, { maxMemoryMb, timeoutMs }) : startThread(beside, name, options);
  // A process counts its own work; here one is only waited for.
  const deadline = (late: () => void) =>
    isProcess ? wallDeadline(timeoutMs, late) : cpuDeadline(timeoutMs, late);
  const started = async (): Promise<Runner> => {
    const thread = start();
    await once(thread, 'message');
    // One that fails between two calls is only forgotten.
    return thread.on('error', () => {}).on('exit', () => idle.delete(thread));
  };
  const call = async (asked: Call): Promise<unknown> => {
    const [free] = idle;
    const thread = free ?? (await started());
    idle.delete(thread);
    thread.ref();
    let isKept = false;
    try {
      const answer = await answerOf(thread, asked, deadline);
      isKept = !answer.isLast;
      if ('faults' in answer) throw new LabelError('invalid', { faults: answer.faults });
      if ('failure' in answer) throw failureOf(name, asked, answer);
      return asBuffer(answer.result);
    } finally {
      if (isKept) keep(thread);
      else await thread.terminate();
    }
  };
  const keep = (thread: Runner) => {
    thread.unref();
    idle.add(thread);
    if (isProcess) setTimeout(() => idle.delete(thread) && thread.terminate(), idleMs).unref();
  };
  const functions = {
    // `await` reads `then`, which no thread has.
    get: (_: object, key: string) =>
      key === 'then' ? undefined : (...args: unknown[]) => limit(call, { name: key, args }),
  };
  // The type says which functions the thread serves; each is made on first use.
  return new Proxy({}, functions) as Functions;
}

function failureOf(
  name: string,
  asked: Call,
  { failure, code }: Extract<Answer, { failure: string }>,
): Error {
  if (code !== undefined) return new LabelError(code, { cause: failure });
  return new Error(`${name}, ${asked.name}: ${failure}`);
}

function answerOf(thread: Runner, asked: Call, deadline: (late: () => void) => () => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      callOff();
      thread.off('message', answered).off('error', failed).off('exit', gone);
      act();
    };
    const answered = (answer: Answer) => settle(() => resolve(answer));
    const failed = (error: Error) => settle(() => reject(error));
    const gone = () => settle(() => reject(new ThreadEnded('the thread ended before it answered')));
    const callOff = deadline(() => settle(() => reject(new ThreadEnded('the thread took too long'))));
    thread.on('message', answered).on('error', failed).on('exit', gone);
    thread.postMessage(asked);
  });
}
