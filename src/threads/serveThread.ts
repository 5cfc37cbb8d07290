import { parentPort } from 'node:worker_threads';
import { type ErrorCode, LabelError } from '../errors.ts';
import { processGuard } from './processGuard.ts';
import type { ProcessLimits } from './startProcess.ts';

/** A call to a thread: one of its functions by name, with its arguments. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}
/** What it answers: the result of the function, or the faults of `invalid`, or what went wrong in it, with the code that it has. */
export type Answer = (
  | { readonly result: unknown }
  | { readonly faults: LabelError['faults'] }
  | { readonly failure: string; readonly code?: ErrorCode }
) & { readonly isLast?: boolean };

/** The functions of a thread by name, as `threadClient` calls them. */
type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Makes functions of this thread, or of this process, callable from where it was started. */
export function serveThread(functions: Functions): void {
  // The client waits for `ready`: the time that a start takes is not that of a call.
  if (parentPort) {
    parentPort.on('message', async (call: Call) => parentPort?.postMessage(await answer(functions, call)));
    parentPort.postMessage('ready');
  } else serveProcess(functions);
}

function serveProcess(functions: Functions): void {
  const limits: ProcessLimits = JSON.parse(process.argv[2] ?? '');
  const guard = processGuard(limits);
  process.on('message', async (call: Call) => {
    guard.begin();
    const answered = await answer(functions, call);
    process.send?.({ ...answered, isLast: !guard.end() });
  });
  process.send?.('ready');
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
