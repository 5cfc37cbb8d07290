import { once } from 'node:events';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import pLimit from 'p-limit';
import { LabelError } from '../errors.ts';
import { cpuDeadline } from './cpuDeadline.ts';
import { type Answer, asBuffer, type Call } from './serveThread.ts';
import { startThread } from './startThread.ts';

export interface ThreadOptions extends Pick<WorkerOptions, 'workerData' | 'resourceLimits'> {
  /** Address of the file that asks, and the name without its ending of the one beside it that runs as a thread. */
  readonly beside: string;
  readonly name: string;
  /** How long one call may take (ms of work). */
  readonly timeoutMs: number;
  /** Threads that work beside each other; one by default. */
  readonly threads?: number;
  /** Ends a thread with its call, so that all its memory comes back. */
  readonly once?: boolean;
}

/** Says that a call took too long, or more memory than it may. */
export class ThreadEnded extends Error {}

/**
 * The functions that a thread serves (serveThread.ts), to be called from here: a long call blocks nobody but its
 * caller, and whatever it does, the service goes on. A thread is started with the first call and keeps no program alive; one that
 * fails or is late is ended, and the next call starts another.
 */
export function threadClient<Functions extends object>({
  beside,
  name,
  timeoutMs,
  threads = 1,
  once: endsWithCall = false,
  ...options
}: ThreadOptions): Functions {
  const limit = pLimit(threads);
  const idle = new Set<Worker>();
  const started = async (): Promise<Worker> => {
    const thread = startThread(beside, name, options);
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
      const answer = await answerOf(thread, asked, timeoutMs);
      isKept = !endsWithCall;
      if ('faults' in answer) throw new LabelError('invalid', { faults: answer.faults });
      if ('failure' in answer) throw failureOf(name, asked, answer);
      return asBuffer(answer.result);
    } finally {
      if (isKept) {
        thread.unref();
        idle.add(thread);
      } else await thread.terminate();
    }
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

function answerOf(thread: Worker, asked: Call, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      callOff();
      thread.off('message', answered).off('error', failed).off('exit', gone);
      act();
    };
    const answered = (answer: Answer) => settle(() => resolve(answer));
    const failed = (error: NodeJS.ErrnoException) =>
      settle(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadEnded(error.message) : error),
      );
    const gone = () => settle(() => reject(new ThreadEnded('the thread ended before it answered')));
    const callOff = cpuDeadline(timeoutMs, () =>
      settle(() => reject(new ThreadEnded('the thread took too long'))),
    );
    thread.on('message', answered).on('error', failed).on('exit', gone);
    thread.postMessage(asked);
  });
}
