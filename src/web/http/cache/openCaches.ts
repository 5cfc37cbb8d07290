import type { Clock, Store } from '../../../commands/ports/ports.ts';
import type { RegisterWatch } from '../../../commands/ports/registerPorts.ts';
import { batchReads } from './batchReads.ts';
import { EntryCache } from './entryCache.ts';
import { createFreshness } from './freshness.ts';
import { ResponseCache } from './responseCache.ts';

/** What the web has in memory of the register. */
export interface RegisterCaches {
  readonly entries: EntryCache;
  readonly answers: ResponseCache;
  /** Whether the register is heard: all that changed up to some seconds ago is known. */
  isHeard(): boolean;
}

/** Memory of the register, true to its watch; bodies of answers take `size` bytes. */
export function openCaches(
  store: Pick<Store, 'entriesWith'>,
  watch: Pick<RegisterWatch, 'knownUntil' | 'onChange'>,
  clock: Clock,
  size: number,
): RegisterCaches {
  const fresh = createFreshness(clock, watch);
  return {
    entries: new EntryCache(batchReads(store.entriesWith), watch, fresh),
    answers: new ResponseCache(size, watch, fresh),
    isHeard: () => fresh.isFresh(),
  };
}
