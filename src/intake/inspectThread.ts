import { parentPort, workerData } from 'node:worker_threads';
import type { ReadTable } from '../commands/items/intake.ts';
import { LabelError } from '../errors.ts';
import { inspect } from './inspect.ts';
import { readTable } from './readTable.ts';

/** What the thread is given, and what it says: the kind, or what stands in a table, or the faults of `invalid`. */
export interface Inspection {
  readonly bytes: Uint8Array;
  readonly extension: string;
  /** Only of a table that is to be read. */
  readonly maxRows?: number;
}
export type Inspected =
  | { readonly kind: Awaited<ReturnType<typeof inspect>> }
  | { readonly table: ReadTable }
  | Pick<LabelError, 'faults'>;

const { bytes, extension, maxRows } = workerData as Inspection;
parentPort?.postMessage(await inspected());

async function inspected(): Promise<Inspected> {
  try {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (maxRows !== undefined) return { table: await readTable(content, extension, maxRows) };
    return { kind: await inspect(content, extension) };
  } catch (error) {
    if (error instanceof LabelError) return { faults: error.faults };
    throw error;
  }
}
