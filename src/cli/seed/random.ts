/** A source of random draws that can be repeated: the same seeds give the same draws. */
export interface Random {
  /** From 0 to 1, without 1. */
  fraction(): number;
  /** A whole number from `least` to `max`, both included; `least` when there is none between them. */
  between(least: number, max: number): number;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of a list that is not empty, the first ones more often than the last. */
  pickEarly<T>(list: readonly T[]): T;
}

/** Random draws from seeds below 2^32 (the generator mulberry32; each seed is mixed into the state that the one before it left). */
export function random(...seeds: readonly number[]): Random {
  let state = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  for (const seed of seeds) state = next() ^ seed;
  const fraction = () => next() / 2 ** 32;
  const at = <T>(list: readonly T[], place: number): T => list[Math.floor(place * list.length)] as T;
  return {
    fraction,
    between: (least, max) => least + Math.floor(fraction() * Math.max(1, max - least + 1)),
    percent: (share) => fraction() * 100 < share,
    pick: (list) => at(list, fraction()),
    pickEarly: (list) => at(list, fraction() ** 2),
  };
}
