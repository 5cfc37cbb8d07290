import type { Clock, Store } from '../../../commands/ports/ports.ts';
import type { RegisterWatch } from '../../../commands/ports/watchPorts.ts';
import { Freshness } from './freshness.ts';
import { KeptAnswers } from './keptAnswers.ts';
import { KeptEntries } from './keptEntries.ts';
import { readTogether } from './readTogether.ts';

/** What the web has in memory of the register. */
export interface KeptRegister {
  readonly entries: KeptEntries;
  readonly answers: KeptAnswers;
  /** Whether the register is heard: all that changed up to some seconds ago is known. */
  isHeard(): boolean;
}

/** Memory of the register, true to its watch; bodies of answers take `size` bytes. */
export function openKept(
  store: Pick<Store, 'entriesWith'>,
  watch: Pick<RegisterWatch, 'knownUntil' | 'onChange'>,
  clock: Clock,
  size: number,
): KeptRegister {
  const fresh = new Freshness(clock, watch);
  return {
    entries: new KeptEntries(readTogether(store.entriesWith), watch, fresh),
    answers: new KeptAnswers(size, watch, fresh),
    isHeard: () => fresh.isFresh(),
  };
}
