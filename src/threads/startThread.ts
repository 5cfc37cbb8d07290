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
  const ending = extname(beside);
  const file = new URL(`./${name}${ending}`, beside);
  if (ending === '.js') return new Worker(file, options);
  if (build) return new Worker(build(file), { ...options, execArgv: [] });
  const reader = JSON.stringify({ parentURL: beside, data: {} });
  const code = `require('node:module').register('tsx/esm', ${reader}); import('${file.href}');`;
  return new Worker(code, { ...options, eval: true });
}
