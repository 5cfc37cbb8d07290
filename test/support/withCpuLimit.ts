import { runInNewContext } from 'node:vm';

/** More work (milliseconds of processor time) than anything asked here takes, far less than its square. */
const timeoutMs = 20_000;
/** It gets a share of the processor at least; what stands so long in all is not slowed but hangs. */
const atMost = 30 * timeoutMs;

/** What `work` gives; it throws once that was so much work that it must grow with the square of its input. */
export function withCpuLimit<T>(work: () => T): T {
  const before = process.cpuUsage();
  const result = runInNewContext('work()', { work }, { timeout: atMost });
  const { user, system } = process.cpuUsage(before);
  const worked = Math.round((user + system) / 1000);
  if (worked > timeoutMs) throw new Error(`it took ${worked} ms of work`);
  return result;
}
