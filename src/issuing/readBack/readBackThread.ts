import { parentPort } from 'node:worker_threads';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import type { ReadFile } from '../../register/fileReading.ts';
import { limitAllocations } from './allocationBudget.ts';
import { readFile } from './readFile.ts';

/** What the thread is asked. */
export interface ReadBackQuestion {
  readonly bytes: Uint8Array;
  readonly keys: TrustedKeys;
}

/** Bytes that reading one file may ask for beside the file itself: a certificate of ours takes a tenth. */
const maxAsked = 48 * 1024 * 1024;
const budget = limitAllocations();

parentPort?.on('message', async ({ bytes, keys }: ReadBackQuestion) => {
  budget.start(bytes.length + maxAsked);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read: ReadFile = await readFile(file, keys);
  parentPort?.postMessage(budget.spent ? ({ flaw: 'tooHeavy' } satisfies ReadFile) : read);
});
// Whoever asks waits for this: the time that a start takes is not the file's.
parentPort?.postMessage('ready');
