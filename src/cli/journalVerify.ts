import type { ChainFault } from '../commands/ports/journalPorts.ts';
import { readConfig } from '../config.ts';
import { withStorage } from './withStorage.ts';

/** Walks the journal and names the first broken link of every chain; the exit code is 0 only when all of them hold. */
export async function journalVerify(): Promise<void> {
  const { streams, lines, faults } = await withStorage(readConfig(), ({ journal }) => journal.verify());
  for (const fault of faults) console.log(`✗ ${sentence(fault)}`);
  console.log(`${streams} streams, ${lines} lines, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

const whys: Readonly<Record<string, string>> = {
  missing: 'a line is missing',
  unchained: 'this line is not linked to the one before',
  changed: 'this line was changed after it was written',
  headDiffers: 'the chain does not end where its item says',
  itemMissing: 'the item that these lines belong to no longer exists',
  stateDiffers: 'the stored state is not the one that these lines lead to',
  stateDoesNotFollow: 'a line records an event that its machine does not accept at that point',
  scoresDiffer: 'the scores are not those that were delivered',
  offersDiffer: 'the offers of the label are not those it was opened with',
  rolesDiffer: 'the stored roles are not those that these lines give',
  accessDiffers: 'the access of the person is not the one that these lines lead to',
  historyDiffers: 'the history of the label is not the one that these lines lead to',
  registerDiffers: 'the register shows something else about the label',
  snapshotDiffers: 'a frozen file is not the one that was sent',
};

/** The first broken link of a chain: where it is, and what is wrong with it. */
export function sentence({ stream, seq, why }: ChainFault): string {
  const [code = '', which] = why.split(' ');
  return `${stream}, line ${seq}: ${whys[code] ?? code}${which ? ` (${which})` : ''}`;
}
