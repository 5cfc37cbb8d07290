import { parentPort, workerData } from 'node:worker_threads';
import { LabelError } from '../errors.ts';
import { inspect } from './inspect.ts';

/** What the thread is given, and what it says: the kind, or the faults of `invalid`. */
export interface Inspection {
  readonly bytes: Uint8Array;
  readonly extension: string;
}
export type Inspected = { readonly kind: Awaited<ReturnType<typeof inspect>> } | Pick<LabelError, 'faults'>;

const { bytes, extension } = workerData as Inspection;
parentPort?.postMessage(await inspected());

async function inspected(): Promise<Inspected> {
  try {
    return { kind: await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), extension) };
  } catch (error) {
    if (error instanceof LabelError) return { faults: error.faults };
    throw error;
  }
}
