import { setImmediate } from 'node:timers/promises';

/** How often the event loop turns until something is done: hardly ever if that blocks it. */
export async function turnsUntil(done: Promise<unknown>): Promise<number> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  done.then(end, end);
  let turns = 0;
  for (; !ended; turns += 1) await setImmediate();
  return turns;
}
