import type { Papers } from '../commands/items/papers.ts';
import { LabelError } from '../errors.ts';
import { runInThread } from '../threads/runInThread.ts';
import { startThread } from '../threads/startThread.ts';

/** What the thread is given, and what it says: the bytes, or the faults of `invalid`, or what went wrong in it. */
export type Drawing = {
  [Kind in keyof Papers]: { readonly kind: Kind; readonly paper: Parameters<Papers[Kind]>[0] };
}[keyof Papers];
export type Drawn =
  | { readonly bytes: Uint8Array }
  | { readonly faults: LabelError['faults'] }
  | { readonly failure: string };

/** How long one paper may take (ms): the longest file that can be written takes a part of it. */
const timeoutMs = 120_000;

/** Draws papers in a thread of its own, one after the other. */
export function drawInThread(): Papers {
  const ask = runInThread<Drawing, Drawn>(() => startThread(import.meta.url, 'drawThread', {}), timeoutMs);
  const draw = async (drawing: Drawing) => {
    const drawn = await ask(drawing);
    if ('faults' in drawn) throw new LabelError('invalid', { faults: drawn.faults });
    if ('failure' in drawn) throw new Error(`a paper could not be drawn: ${drawn.failure}`);
    return Buffer.from(drawn.bytes);
  };
  return {
    proof: (paper) => draw({ kind: 'proof', paper }),
    file: (paper) => draw({ kind: 'file', paper }),
    certificatePreview: (paper) => draw({ kind: 'certificatePreview', paper }),
    decision: (paper) => draw({ kind: 'decision', paper }),
    agreement: (paper) => draw({ kind: 'agreement', paper }),
    minutes: (paper) => draw({ kind: 'minutes', paper }),
  };
}
