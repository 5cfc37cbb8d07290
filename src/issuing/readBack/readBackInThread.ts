import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { maxFileBytes, type ReadingBack } from '../../commands/verify/trust.ts';
import type { ReadFile } from '../../register/fileReading.ts';
import { cpuDeadline } from '../../threads/cpuDeadline.ts';
import { startThread } from '../../threads/startThread.ts';
import type { ReadBackQuestion } from './readBackThread.ts';

/** Threads that read beside each other. */
const readers = 3;
/** How long one file may be worked on (ms), the work of all readers counted: ours take a twentieth of a reader's share. */
const usualTimeoutMs = 2000 * readers;
/** What the thread's objects may take (MB), all libraries with them; bytes are counted in the thread. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/**
 * Reads files in threads of their own, some beside each other, so that a slow one keeps nobody waiting. Whatever a file does to one,
 * the service goes on: a thread that fails or takes too long is ended with its memory, the file is `tooHeavy`, and the next file gets
 * another.
 */
export function readBackInThread(timeoutMs = usualTimeoutMs): ReadingBack {
  const someAtATime = pLimit(readers);
  const idle: Worker[] = [];
  return {
    read: async (bytes, keys) => {
      if (bytes.length > maxFileBytes) return { flaw: 'tooLarge' };
      return someAtATime(async () => {
        const asked = idle.pop() ?? (await started());
        asked.ref();
        const read = await readBy(asked, { bytes, keys }, timeoutMs);
        // Kept for the next file, but keeps no program alive.
        if (read) {
          asked.unref();
          idle.push(asked);
        } else await asked.terminate();
        return read ?? { flaw: 'tooHeavy' };
      });
    },
  };
}

/** Waits until it listens: the time that a start takes is not the file's. */
async function started(): Promise<Worker> {
  const thread = startThread(import.meta.url, 'readBackThread', { resourceLimits });
  await once(thread, 'message');
  // Of a thread that fails between two files, the next one tells: it gets no answer from it.
  return thread.on('error', () => {});
}

/** What the thread says; null when it is late, or is no more. */
function readBy(thread: Worker, question: ReadBackQuestion, timeoutMs: number): Promise<ReadFile | null> {
  return new Promise((resolve) => {
    const settle = (read: ReadFile | null) => {
      callOff();
      thread.off('message', settle).off('error', failed).off('exit', failed);
      resolve(read);
    };
    const failed = () => settle(null);
    const callOff = cpuDeadline(timeoutMs, failed);
    thread.on('message', settle).on('error', failed).on('exit', failed);
    thread.postMessage(question);
  });
}
