import type { Storage } from '../../boot/openStorage.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { StartOptions } from '../../main.ts';
import { dayOf } from '../../register/day.ts';
import { fillOnce } from '../seed/fillOnce.ts';
import { showPhotos } from '../seed/showPhotos.ts';
import { enrolEarlier } from './accounts.ts';
import { markBegun, openDemonstration } from './openDemonstration.ts';

interface Asked {
  /** How many specimens the register begins with. */
  readonly labels: number;
  readonly say: (line: string) => void;
  /** Begins everything anew. */
  readonly reset: () => void;
}

/** What a first start of development shows: a register that is full before the first answer, and files that come to it after. */
export function demonstrating({ labels, say, reset }: Asked): StartOptions {
  let intake: Deps['intake'] | null = null;
  const prepare = async (storage: Storage, deps: Deps) => {
    intake = deps.intake;
    if (!(await storage.firstEntries.areDue())) return;
    await enrolEarlier(deps);
    await markBegun(storage.bulk);
    const today = dayOf(storage.clock.now().toISOString());
    if (await fillOnce(storage, { labels, today }))
      say(`First start: ${labels} specimens are in the register (FIRST_SPECIMENS=0 leaves it empty)`);
  };
  return {
    prepare,
    demonstrate: (storage, log) =>
      openDemonstration({
        ...{ ...storage, log, reset },
        // Once the service answers: drawing takes longer than all the rest of a first start.
        prepare: async (stopping) => {
          if (intake) await showPhotos({ ...storage, intake }, stopping);
        },
      }),
  };
}
