import type { Connection } from 'mongoose';
import type { MovableClock } from '../../commands/ports/clockPorts.ts';
import { dayOf } from '../../register/day.ts';

/** Name of the counter that keeps by how many milliseconds the clock runs ahead. */
const name = 'clockAhead';
/** Processes that share the data learn within this time (milliseconds) that another one moved the clock. */
const pollMs = 1000;

/** The clock of the machine moved ahead by what the database keeps, so that a restart and other processes go by it too. */
export async function createClock(connection: Connection): Promise<MovableClock & { stop(): void }> {
  const counters = () => connection.collection<{ _id: string; n: number }>('counters');
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  // Never back: what was read may be older than what was set meanwhile.
  const read = async () => {
    ahead = Math.max(ahead, await aheadIn(connection));
  };
  await read();
  // Out of reach, the next poll asks again.
  const poll = setInterval(() => void read().catch(() => {}), pollMs).unref();
  return {
    now,
    movedTo: () => (ahead > 0 ? dayOf(now().toISOString()) : null),
    moveTo: async (instant) => {
      ahead = Math.max(ahead, instant.getTime() - Date.now());
      await counters().updateOne({ _id: name }, { $max: { n: ahead } }, { upsert: true });
    },
    stop: () => clearInterval(poll),
  };
}

/** By how many milliseconds the clock of these data was moved ahead; 0 where it never was. */
export async function aheadIn(connection: Connection): Promise<number> {
  const kept = await connection.collection<{ _id: string; n: number }>('counters').findOne({ _id: name });
  return kept?.n ?? 0;
}
