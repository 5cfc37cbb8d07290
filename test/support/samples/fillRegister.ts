import type { Connection } from 'mongoose';
import { readWords } from '../../../src/cli/seed/readWords.ts';
import { writeSpecimens } from '../../../src/cli/seed/writeSpecimens.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { realScheme } from './realScheme.ts';

/** Fills the register of a test with specimens of every status, as they stand on the day that test services begin. */
export async function fillRegister(connection: Connection, labels: number): Promise<void> {
  const { scheme } = realScheme();
  const order = { labels, seed: 2013, today: '2026-11-02', scheme, words: readWords() };
  await writeSpecimens(createBulk(connection), order, { progress: () => {}, stopped: () => false });
}
