/** So many times its patience, and nothing is waited for any longer, worked on or not. */
const atMost = 10;

/**
 * Calls `late` once this program has worked for `timeoutMs` (ms of processor time, all threads together) since now, or stood for
 * ten times as long: on a machine that others keep busy, a thread is not ended for what they do. Gives what calls it off.
 */
export function cpuDeadline(timeoutMs: number, late: () => void): () => void {
  const [worked, begun] = [process.cpuUsage(), performance.now()];
  const left = () => {
    const { user, system } = process.cpuUsage(worked);
    return Math.min(timeoutMs - (user + system) / 1000, atMost * timeoutMs - (performance.now() - begun));
  };
  const look = () => {
    const rest = left();
    if (rest <= 0) late();
    else timer = setTimeout(look, Math.ceil(rest));
  };
  let timer = setTimeout(look, timeoutMs);
  return () => clearTimeout(timer);
}
