/** Runs some work that a signal can stop; what stopped it is said in a sentence. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const name of signals) process.once(name, abort);
  try {
    return await work(stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? new Error('Interrupted: nothing was left behind.', { cause: error }) : error;
  } finally {
    for (const name of signals) process.off(name, abort);
  }
}
