import { runInNewContext } from 'node:vm';

/** Longer (milliseconds) than anything asked here takes on a machine that does ten other things, far shorter than its square. */
const patience = 20_000;

/** What `work` gives; it is cut off with an error once it takes so long that its time must grow with the square of its input. */
export function endsSoon<T>(work: () => T): T {
  return runInNewContext('work()', { work }, { timeout: patience });
}
