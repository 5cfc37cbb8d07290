import { clocksApartMs, maxWaitMs } from '../../../register/judgeParts.ts';
import type { Head } from '../../../transparency/read/merkle.ts';
import type { SignedCheckpoint } from '../../../transparency/read/openCheckpoint.ts';

/** A head with those of its witnesses that are known, and when each signed it. */
export type SeenHead = Head & Pick<SignedCheckpoint, 'witnesses'>;

/**
 * Judges the time of each entry, in the order of the log, by the tolerances of `verify`: an entry cannot be of a later time than a witness
 * that saw it, or than now, and one that stands behind what is more than a day younger than itself was entered long after its time.
 */
export class EntryTimes {
  readonly #heads: { readonly size: number; readonly seen: readonly number[] }[] = [];
  readonly #now: number;
  #newest = Number.NEGATIVE_INFINITY;

  constructor(heads: readonly SeenHead[], now: Date) {
    this.#now = now.getTime();
    for (const head of heads) this.addHead(head);
  }

  addHead({ size, witnesses }: SeenHead): void {
    this.#heads.push({ size, seen: witnesses.map(({ at }) => Math.min(at * 1000, this.#now)) });
  }

  faultOf(entry: number, time: string): 'entryAhead' | 'entryLate' | null {
    const at = Date.parse(time);
    let seenAt = this.#now;
    let unseenAt = this.#newest;
    for (const { size, seen } of this.#heads) {
      if (size > entry) seenAt = Math.min(seenAt, ...seen);
      // A witness signs no shorter head after a longer one: by then it had not seen the entry.
      else unseenAt = Math.max(unseenAt, ...seen);
    }
    // A time that cannot be says nothing of the entries behind it.
    if (at > seenAt + clocksApartMs) return 'entryAhead';
    this.#newest = Math.max(this.#newest, at);
    return unseenAt - at > maxWaitMs ? 'entryLate' : null;
  }
}
