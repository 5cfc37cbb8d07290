import type { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Papers } from '../commands/papers.ts';
import { LabelError } from '../errors.ts';
import { startThread } from '../startThread.ts';

/** What the thread is given, and what it says: the bytes, or the faults of `invalid`, or what went wrong in it. */
export type Drawing = {
  [Kind in keyof Papers]: { readonly kind: Kind; readonly paper: Parameters<Papers[Kind]>[0] };
}[keyof Papers];
export type Drawn =
  | { readonly bytes: Uint8Array }
  | { readonly faults: LabelError['faults'] }
  | { readonly failure: string };

/** How long one paper may take (ms): the longest file that can be written takes a part of it. */
const patience = 120_000;

/**
 * Draws papers in a thread of its own, one after the other: a long file keeps nobody waiting but who wants it. The thread is
 * started with the first paper and keeps no program alive.
 */
export function drawApart(): Papers {
  const oneAtATime = pLimit(1);
  let thread: Worker | null = null;
  const end = async () => {
    const ended = thread;
    thread = null;
    await ended?.terminate();
  };
  const draw = (drawing: Drawing) =>
    oneAtATime(async () => {
      thread ??= startThread(import.meta.url, 'drawThread', {});
      thread.unref();
      const drawn = await answerOf(thread, drawing).catch(async (error: unknown) => {
        await end();
        throw error;
      });
      if ('faults' in drawn) throw new LabelError('invalid', { faults: drawn.faults });
      if ('failure' in drawn) throw new Error(`a paper could not be drawn: ${drawn.failure}`);
      return Buffer.from(drawn.bytes);
    });
  return {
    proof: (paper) => draw({ kind: 'proof', paper }),
    file: (paper) => draw({ kind: 'file', paper }),
    certificatePreview: (paper) => draw({ kind: 'certificatePreview', paper }),
    decision: (paper) => draw({ kind: 'decision', paper }),
    agreement: (paper) => draw({ kind: 'agreement', paper }),
    minutes: (paper) => draw({ kind: 'minutes', paper }),
  };
}

function answerOf(thread: Worker, drawing: Drawing): Promise<Drawn> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      thread.off('message', drawn).off('error', failed).off('exit', gone);
      act();
    };
    const drawn = (answer: Drawn) => settle(() => resolve(answer));
    const failed = (error: Error) => settle(() => reject(error));
    const gone = () => settle(() => reject(new Error('the thread that draws papers ended')));
    const timer = setTimeout(() => settle(() => reject(new Error('a paper took too long'))), patience);
    thread.on('message', drawn).on('error', failed).on('exit', gone);
    thread.postMessage(drawing);
  });
}
