import { readConfig } from '../config.ts';
import { openStorage } from '../openStorage.ts';

/** Walks the journal; the exit code is 0 only when every chain holds and every state follows from its records. */
export async function journalVerify(): Promise<void> {
  const storage = await openStorage(readConfig(), () => {});
  try {
    const { streams, lines, faults } = await storage.journal.verify();
    for (const { stream, seq, why } of faults) console.log(`✗ ${stream} line ${seq}: ${why}`);
    console.log(`${streams} streams, ${lines} lines, ${faults.length} faults`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await storage.close();
  }
}
