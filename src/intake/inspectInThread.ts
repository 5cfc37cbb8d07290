import type { Worker } from 'node:worker_threads';
import type { ReadTable } from '../commands/items/intake.ts';
import { LabelError } from '../errors.ts';
import { cpuDeadline } from '../threads/cpuDeadline.ts';
import { startThread } from '../threads/startThread.ts';
import type { inspect } from './inspect.ts';
import type { Inspected, Inspection } from './inspectThread.ts';
import { refuse } from './refuse.ts';

/** What the thread's objects may take (MB); what is unpacked is bounded where it is unpacked. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/**
 * `inspect` in a thread of its own: whatever a file does to it, the service goes on, and its memory comes back with its end. It
 * is refused once it took `timeoutMs` (ms of work).
 */
export async function inspectInThread(
  bytes: Buffer,
  extension: string,
  timeoutMs: number,
): ReturnType<typeof inspect> {
  const answer = await answered({ bytes, extension }, timeoutMs);
  return 'kind' in answer ? answer.kind : refuse('fileTooComplex');
}

/** `readTable` in the same way. */
export async function readTableInThread(
  bytes: Buffer,
  extension: string,
  maxRows: number,
  timeoutMs: number,
): Promise<ReadTable> {
  const answer = await answered({ bytes, extension, maxRows }, timeoutMs);
  return 'table' in answer ? answer.table : refuse('fileTooComplex');
}

async function answered(
  job: Inspection,
  timeoutMs: number,
): Promise<Exclude<Inspected, Pick<LabelError, 'faults'>>> {
  const worker = startThread(import.meta.url, 'inspectThread', { workerData: job, resourceLimits });
  const answer = await answerOf(worker, timeoutMs).finally(() => worker.terminate());
  if (answer === null) return refuse('fileTooComplex');
  if ('faults' in answer) throw new LabelError('invalid', { faults: answer.faults });
  return answer;
}

/** What the thread says; null when it took too long or too much. */
function answerOf(worker: Worker, timeoutMs: number): Promise<Inspected | null> {
  return new Promise((resolve, reject) => {
    const callOff = cpuDeadline(timeoutMs, () => resolve(null));
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null);
      else reject(error);
    });
    worker.once('exit', () => {
      callOff();
      resolve(null);
    });
  });
}
