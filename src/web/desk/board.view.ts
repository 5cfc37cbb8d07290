import { type Board, type BoardLine, type BoardPlace, boardStates } from '../../commands/desk/listBoard.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { waitsFor } from '../views/fileClock.view.ts';
import { dueDay } from '../views/staffWords.view.ts';

export type StaffBoard = ReturnType<typeof staffBoard>;

const ended: ReadonlySet<string> = new Set(['granted', 'refused', 'closed', 'withdrawn', 'lapsed']);

/**
 * A page of the officers' board, which begins after a place: files by state, in the order of the way; a state without a file on it
 * is left out.
 */
export function staffBoard({ lines, counts, next }: Board, after: BoardPlace | null, words: Translator) {
  const first = `/${words.language}/board`;
  const inState = boardStates.map((state) => ({
    state,
    count: counts.get(state) ?? 0,
    files: lines.filter((line) => line.state === state).map((line) => fileOf(line, words)),
  }));
  return {
    open: [...counts].reduce((sum, [state, n]) => (ended.has(state) ? sum : sum + n), 0),
    /** States with a file; empty while one page holds them all. */
    states: after === null && next === null ? [] : inState.filter(({ state }) => counts.has(state)),
    groups: inState.filter(({ files }) => files.length > 0),
    pages: {
      label: words.t('site.pages'),
      previous: after && { href: first, text: words.t('staff.board.first') },
      next: next && { href: `${first}?after=${next.state}~${next.id}`, text: words.t('staff.board.more') },
    },
  };
}

function fileOf(file: BoardLine, words: Translator) {
  return {
    ...file,
    due: file.dueAt && dueDay(file.dueAt, words),
    /** Who has to act now; empty where nobody has. */
    waits: waitsFor(file.state, words),
  };
}
