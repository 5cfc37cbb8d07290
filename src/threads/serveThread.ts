import { parentPort } from 'node:worker_threads';
import { type ErrorCode, LabelError } from '../errors.ts';

/** A call to a thread: one of its functions by name, with its arguments. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}
/** What it answers: the result of the function, or the faults of `invalid`, or what went wrong in it, with the code that it has. */
export type Answer =
  | { readonly result: unknown }
  | { readonly faults: LabelError['faults'] }
  | { readonly failure: string; readonly code?: ErrorCode };

/** The functions of a thread by name, as `threadClient` calls them. */
type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Makes functions of this thread callable from where it was started. */
export function serveThread(functions: Functions): void {
  parentPort?.on('message', async (call: Call) => parentPort?.postMessage(await answer(functions, call)));
  // The client waits for this: the time that a start takes is not that of a call.
  parentPort?.postMessage('ready');
}

async function answer(functions: Functions, { name, args }: Call): Promise<Answer> {
  try {
    return { result: await functions[name]?.(...(args.map(asBuffer) as never[])) };
  } catch (error) {
    if (error instanceof LabelError) {
      const { code, faults, cause } = error;
      return code === 'invalid' ? { faults } : { code, failure: String(cause) };
    }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Bytes go between threads as plain ones. */
export function asBuffer(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
