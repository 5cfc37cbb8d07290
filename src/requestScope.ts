import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string | undefined>();

/** Does work for a request, or for a turn of the clock: what it logs, the jobs it leaves and the letters it sends name it. */
export function forRequest<T>(request: string | undefined, work: () => T): T {
  return scope.run(request, work);
}

/** What the work at hand is done for; undefined where nobody said. */
export function currentRequest(): string | undefined {
  return scope.getStore();
}
