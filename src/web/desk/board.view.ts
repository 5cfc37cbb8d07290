import { type Board, type BoardLine, type BoardPlace, boardStates } from '../../commands/desk/listBoard.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { clockView, waitsFor } from '../views/fileClock.view.ts';
import { dueDay } from '../views/staffWords.view.ts';

/** The officers' board: files by state, in the order of the way. */
export interface StaffBoard {
  readonly lead: string;
  /** States with a file and the way to each; empty while one page holds them all. */
  readonly states: readonly { readonly href: string; readonly text: string }[];
  readonly groups: readonly {
    readonly state: BoardLine['state'];
    readonly title: string;
    readonly count: string;
    readonly files: readonly {
      readonly href: string;
      readonly organisation: string;
      readonly commune: string;
      readonly number: string;
      readonly age: string;
      readonly due: string;
      /** Who has to act now; empty where nobody has. */
      readonly waits: string;
      readonly clock: string;
    }[];
  }[];
  readonly pages: {
    readonly label: string;
    readonly previous?: Link;
    readonly next?: Link;
  };
}

interface Link {
  readonly href: string;
  readonly text: string;
}

const ended: ReadonlySet<string> = new Set(['granted', 'refused', 'closed', 'withdrawn', 'lapsed']);

/** The view of a page of the board, which begins after a place; a state without a file on it is left out. */
export function staffBoard(
  { lines, counts, next }: Board,
  after: BoardPlace | null,
  words: Translator,
): StaffBoard {
  const first = `/${words.language}/board`;
  const from = ({ state, id }: BoardPlace) => `${first}?after=${state}~${id}`;
  const count = (state: BoardLine['state']) => words.number(counts.get(state) ?? 0);
  const title = (state: BoardLine['state']) => words.t(`states.application.${state}`);
  const isWhole = after === null && next === null;
  const open = [...counts].reduce((sum, [state, n]) => (ended.has(state) ? sum : sum + n), 0);
  return {
    lead: words.t('staff.board.lead', { count: open }),
    states: isWhole
      ? []
      : boardStates
          .filter((state) => counts.has(state))
          .map((state) => ({ href: from({ state, id: '' }), text: `${title(state)} (${count(state)})` })),
    groups: boardStates
      .map((state) => ({ state, files: lines.filter((line) => line.state === state) }))
      .filter(({ files }) => files.length > 0)
      .map(({ state, files }) => ({
        state,
        title: title(state),
        count: count(state),
        files: files.map((file) => fileOf(file, words)),
      })),
    pages: {
      label: words.t('site.pages'),
      ...(after !== null && { previous: { href: first, text: words.t('staff.board.first') } }),
      ...(next !== null && { next: { href: from(next), text: words.t('staff.board.more') } }),
    },
  };
}

function fileOf(file: BoardLine, words: Translator): StaffBoard['groups'][number]['files'][number] {
  return {
    href: `/${words.language}/files/${file.applicationId}`,
    organisation: file.organisation,
    commune: file.commune,
    number: file.applicationId,
    age: words.t('staff.board.age', { days: file.days, day: words.date(file.submittedAt) }),
    due: file.dueAt === null ? '' : words.t('staff.board.due', { due: dueDay(file.dueAt, words) }),
    waits: waitsFor(file.state, words),
    clock: file.clock === null ? '' : clockView(file.clock, 'staff', words).text,
  };
}
