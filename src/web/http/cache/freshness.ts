import type { Clock } from '../../../commands/ports/ports.ts';
import type { RegisterWatch } from '../../../commands/ports/registerPorts.ts';
import { createToday } from '../today.ts';

/** A change of a status shows everywhere within this time (milliseconds; docs/design/platform.md#speed). */
const promised = 5000;
/** What is cached still answers so long (milliseconds) after the register was last heard of, and says its age. */
const maxStale = 10 * 60_000;

export type Freshness = ReturnType<typeof createFreshness>;

/** Says whether what was read from the register may still be believed. */
export function createFreshness(clock: Clock, watch: Pick<RegisterWatch, 'knownUntil'>) {
  const today = createToday(clock);
  const now = () => clock.now().getTime();
  return {
    now,
    /** Every change up to a moment ago is known. */
    isFresh: (at = now()): boolean => at - watch.knownUntil() < promised,
    /** The instant up to which all is known, where that is too long ago to say nothing, but not too long to say it with its age. */
    staleSince: (): Date | null => {
      const knownUntil = watch.knownUntil();
      const age = now() - knownUntil;
      return age >= promised && age < maxStale ? new Date(knownUntil) : null;
    },
    /** The last millisecond of this day where the label is, when statuses may end by themselves. */
    endOfToday: () => today().end,
  };
}
