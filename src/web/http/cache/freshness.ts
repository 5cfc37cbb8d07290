import type { Clock } from '../../../commands/ports/ports.ts';
import type { RegisterWatch } from '../../../commands/ports/registerPorts.ts';
import { Today } from '../today.ts';

/** A change of a status shows everywhere within this time (milliseconds; docs/design/platform.md#speed). */
const promised = 5000;
/** What is kept still answers so long (milliseconds) after the register was last heard of, and says its age. */
const maxStale = 10 * 60_000;

/** Says whether what was read from the register may still be believed. */
export class Freshness {
  readonly #clock: Clock;
  readonly #watch: Pick<RegisterWatch, 'knownUntil'>;
  readonly #today: Today;

  constructor(clock: Clock, watch: Pick<RegisterWatch, 'knownUntil'>) {
    this.#clock = clock;
    this.#watch = watch;
    this.#today = new Today(clock);
  }

  now(): number {
    return this.#clock.now().getTime();
  }

  /** Every change up to a moment ago is known. */
  isFresh(now = this.now()): boolean {
    return now - this.#watch.knownUntil() < promised;
  }

  /** The instant up to which all is known, where that is too long ago to say nothing, but not too long to say it with its age. */
  staleSince(): Date | null {
    const knownUntil = this.#watch.knownUntil();
    const age = this.now() - knownUntil;
    return age >= promised && age < maxStale ? new Date(knownUntil) : null;
  }

  /** The last millisecond of this day in Geneva, when statuses may end by themselves. */
  endOfToday(): number {
    return this.#today.end();
  }
}
