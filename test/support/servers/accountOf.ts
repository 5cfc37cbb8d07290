import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { addressOf, type Writes } from './load.ts';

/** What became of writes that were acknowledged: how many are not there, and how many letters of theirs are too many or missing. */
export interface Account {
  readonly acknowledged: number;
  readonly lost: number;
  readonly lettersMissing: number;
  readonly lettersTwice: number;
  readonly brokenChains: number;
}

/** After so long (milliseconds) without a job that was done, the outbox counts as one that nobody empties. */
const timeoutMs = 300_000;

/** Waits until the outbox is empty, then looks for everything that was acknowledged. */
export async function accountOf(connection: Connection, { acknowledged }: Writes): Promise<Account> {
  await outboxEmpty(connection);
  const addresses = acknowledged.map(addressOf);
  const there = await connection.collection('people').countDocuments({ email: { $in: addresses } });
  const letters = connection.collection('mails').find({ kind: 'rolesChange', to: { $in: addresses } });
  const told = (await letters.toArray()).map(({ to }) => String(to));
  const { faults } = await createJournal(connection).verify();
  return {
    acknowledged: addresses.length,
    lost: addresses.length - there,
    lettersMissing: addresses.length - new Set(told).size,
    lettersTwice: told.length - new Set(told).size,
    brokenChains: faults.length,
  };
}

async function outboxEmpty(connection: Connection): Promise<void> {
  const jobs = connection.collection('jobs');
  let left = Number.POSITIVE_INFINITY;
  let since = Date.now();
  for (;;) {
    const waiting = await jobs.countDocuments({ state: 'waiting' });
    if (waiting === 0) return;
    if (waiting < left) [left, since] = [waiting, Date.now()];
    if (Date.now() - since > timeoutMs) {
      const first = JSON.stringify(await jobs.findOne({ state: 'waiting' }));
      throw new Error(`${waiting} jobs wait, and none was done for ${timeoutMs / 60_000} minutes: ${first}`);
    }
    await pause(100);
  }
}
