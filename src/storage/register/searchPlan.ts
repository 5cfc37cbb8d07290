import type { Wanted } from '../../commands/ports/registerPorts.ts';
import type { Rank } from '../../register/searchRow.ts';

/** Rows that have one of these keys of the index, and how many there are. */
interface Having {
  readonly keys: readonly string[];
  readonly rows: number;
}

/**
 * How the index is entered: by the one thing that fewest rows have, of all that they must have and of what follows from it; and
 * what rows may lack of the others. It is put so that the server never tries to enter by one of those: to try costs more than to
 * look at the rows.
 */
export function planOf(all: readonly Having[], following: readonly Having[] = []) {
  const [fewest] = [...all, ...following].sort((a, b) => a.rows - b.rows);
  const others = all.filter((one) => one !== fewest).sort((a, b) => a.rows - b.rows);
  return {
    entered: { words: { $in: fewest?.keys ?? [] } },
    lacking: others.map(({ keys }) => ({ words: { $nin: keys } })),
    rows: fewest?.rows ?? 0,
  };
}

/** What rows must have for all words with one of these ranks, and for all filters. */
export function havingAll(
  words: readonly Wanted[],
  filters: readonly Wanted[],
  of: readonly Rank[],
): Having[] {
  const filtered = filters.map((terms) => havingAny(terms.map(({ term, rows }) => ({ keys: [term], rows }))));
  return [...words.map((word) => having(word, of)), ...filtered];
}

/** The rows that have a word with one of these ranks. */
export function having(word: Wanted, of: readonly Rank[]): Having {
  return havingAny(
    word.flatMap(({ term, ranked }) =>
      of.map((rank) => ({ keys: [`${rank}${term}`], rows: ranked[rank] ?? 0 })),
    ),
  );
}

/** The rows that have something of this, each counted as often as it does. */
export function havingAny(some: readonly Having[]): Having {
  return { keys: some.flatMap(({ keys }) => keys), rows: some.reduce((sum, { rows }) => sum + rows, 0) };
}
