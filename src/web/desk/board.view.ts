import { type Board, type BoardPlace, boardStates } from '../../commands/desk/listBoard.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type StaffBoard = ReturnType<typeof staffBoard>;

const ended: ReadonlySet<string> = new Set(['granted', 'refused', 'closed', 'withdrawn', 'lapsed']);

/**
 * A page of the officers' board, which begins after a place: files by state, in the order of the procedure; a state without a
 * file on it is left out.
 */
export function staffBoard({ lines, counts, next }: Board, after: BoardPlace | null, words: Translator) {
  const inState = boardStates.map((state) => ({
    state,
    count: counts.get(state) ?? 0,
    files: lines
      .filter((line) => line.state === state)
      .map((line) => ({ ...line, about: aboutLabel(line, words) })),
  }));
  return {
    open: [...counts].reduce((sum, [state, n]) => (ended.has(state) ? sum : sum + n), 0),
    /** States with a file; empty while one page holds them all. */
    states: after === null && next === null ? [] : inState.filter(({ state }) => counts.has(state)),
    groups: inState.filter(({ files }) => files.length > 0),
    isFirst: after === null,
    next,
  };
}
