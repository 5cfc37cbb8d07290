import { Worker } from 'node:worker_threads';
import type { ProcessLimits } from './startProcess.ts';

/** How often a call is looked at (ms): at most some ten megabytes are allocated meanwhile. */
const intervalMs = 10;

/** Runs as a thread, so that work which blocks the main thread is seen as well; text, because it has no imports. */
const code = `
  const { parentPort, workerData: { maxMemoryMb, timeoutMs } } = require('node:worker_threads');
  let timer;
  parentPort.on('message', (isBusy) => {
    clearInterval(timer);
    if (!isBusy) return;
    const worked = process.cpuUsage();
    timer = setInterval(() => {
      const { user, system } = process.cpuUsage(worked);
      const isLate = (user + system) / 1000 > timeoutMs;
      if (isLate || process.memoryUsage.rss() > maxMemoryMb * 1048576) process.kill(process.pid, 'SIGKILL');
    }, ${intervalMs});
  });`;

/** A process that holds more than this share of its memory after a call is replaced: the next call has a right to the rest. */
const spentShare = 0.6;

/** Kills this process when a call, from `begin` to `end`, goes beyond the limits; `end` says whether the process may be called again. */
export function processGuard(limits: ProcessLimits): { begin(): void; end(): boolean } {
  const guard = new Worker(code, { eval: true, workerData: limits, execArgv: [] });
  guard.unref();
  return {
    begin: () => guard.postMessage(true),
    end: () => {
      guard.postMessage(false);
      return process.memoryUsage.rss() < spentShare * limits.maxMemoryMb * 1_048_576;
    },
  };
}
