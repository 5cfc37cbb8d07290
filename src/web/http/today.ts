import type { Clock } from '../../commands/ports/ports.ts';
import { type Day, dayOf, endOfDay } from '../../register/day.ts';

/** Today in Geneva, reckoned once a day: to reckon it takes longer than to answer from memory (row 1 of docs/performance.md). */
export class Today {
  readonly #clock: Clock;
  #day: Day = '';
  #end = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  day(): Day {
    this.#turn();
    return this.#day;
  }

  /** Its last millisecond. */
  end(): number {
    this.#turn();
    return this.#end;
  }

  #turn(): void {
    const now = this.#clock.now();
    if (now.getTime() <= this.#end) return;
    this.#day = dayOf(now.toISOString());
    this.#end = Date.parse(endOfDay(this.#day));
  }
}
