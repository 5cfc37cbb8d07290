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

/** Waits until the outbox is empty, then looks for everything that was acknowledged. */
export async function accountOf(connection: Connection, { acknowledged }: Writes): Promise<Account> {
  const jobs = connection.collection('jobs');
  while (await jobs.countDocuments({ state: 'waiting' }, { limit: 1 })) await pause(100);
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
