import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What builds the thread in a file of the sources and says where it is then; none outside of tests. */
let build: ((source: URL) => URL) | undefined;

/** Has threads of this process started as `from` builds them: to read them from the sources, each anew, costs ten times as much. */
export function buildThreads(from: (source: URL) => URL): void {
  build = from;
}

/**
 * Starts a file of ours, named without its ending, as a thread; `beside` is the address of the file that asks. From the sources,
 * the thread has to learn their language first: what reads them here is not handed down to threads.
 */
export function startThread(beside: string, name: string, options: WorkerOptions): Worker {
  const { file, isBuilt } = programFile(beside, name);
  if (isBuilt) return new Worker(file, build ? { ...options, execArgv: [] } : options);
  const reader = JSON.stringify({ parentURL: beside, data: {} });
  const code = `require('node:module').register('tsx/esm', ${reader}); import('${file.href}');`;
  return new Worker(code, { ...options, eval: true });
}

/** The file of a thread or process, and whether Node runs it as it is. */
export function programFile(beside: string, name: string): { readonly file: URL; readonly isBuilt: boolean } {
  const ending = extname(beside);
  const file = new URL(`./${name}${ending}`, beside);
  if (ending === '.js') return { file, isBuilt: true };
  return build ? { file: build(file), isBuilt: true } : { file, isBuilt: false };
}
