/** Nothing is waited for longer than so many times its deadline, worked on or not. */
const maxWait = 10;

/**
 * Calls `late` once this program has worked for `timeoutMs` (ms of processor time, all threads together) since now, or waited ten
 * times as long: on a machine that others keep busy, a thread is not ended for what they do. Gives what calls it off.
 */
export function cpuDeadline(timeoutMs: number, late: () => void): () => void {
  const [worked, begun] = [process.cpuUsage(), performance.now()];
  const left = () => {
    const { user, system } = process.cpuUsage(worked);
    return Math.min(timeoutMs - (user + system) / 1000, maxWait * timeoutMs - (performance.now() - begun));
  };
  const look = () => {
    const rest = left();
    if (rest <= 0) late();
    else timer = setTimeout(look, Math.ceil(rest));
  };
  let timer = setTimeout(look, timeoutMs);
  return () => clearTimeout(timer);
}

/** Calls `late` after the longest time that `timeoutMs` of work may take. Gives what calls it off. */
export function wallDeadline(timeoutMs: number, late: () => void): () => void {
  const timer = setTimeout(late, maxWait * timeoutMs);
  return () => clearTimeout(timer);
}
