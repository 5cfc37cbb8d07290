import { parentPort } from 'node:worker_threads';
import { LabelError } from '../errors.ts';

/** What a thread is asked: one of its functions, and what it is given. */
export interface Call {
  readonly name: string;
  readonly given: readonly unknown[];
}
/** What it says: what the function gave, or the faults of `invalid`, or what went wrong in it. */
export type Said =
  | { readonly gave: unknown }
  | { readonly faults: LabelError['faults'] }
  | { readonly failure: string };

/** The functions of a thread by name, as `threadClient` calls them. */
type Functions = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Makes functions of this thread callable from where it was started. */
export function serveThread(functions: Functions): void {
  parentPort?.on('message', async (call: Call) => parentPort?.postMessage(await said(functions, call)));
  // Whoever asks waits for this: the time that a start takes is not that of a call.
  parentPort?.postMessage('ready');
}

async function said(functions: Functions, { name, given }: Call): Promise<Said> {
  try {
    return { gave: await functions[name]?.(...(given.map(asBuffer) as never[])) };
  } catch (error) {
    if (error instanceof LabelError) return { faults: error.faults };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Bytes go between threads as plain ones. */
export function asBuffer(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
