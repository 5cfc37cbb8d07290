import { type BoardLine, type BoardPlace, listBoard } from '../../commands/desk/listBoard.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { allPages, columnsIn, type List } from '../papers/list.ts';

/** The officers' board, every page of it in its order. */
export function boardList(deps: Deps, asker: Asker, words: Translator): List<BoardLine> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'files',
    title: t('staff.board.title'),
    asked: [],
    columns: [
      column('file', 'text', ({ applicationId }) => applicationId, 18),
      column('organisation', 'text', ({ organisation }) => organisation),
      column('commune', 'text', ({ commune }) => commune),
      column('about', 'text', (line) => aboutLabel(line, words)),
      column('state', 'text', ({ state }) => t(`states.application.${state}`)),
      column('submitted', 'instant', ({ submittedAt }) => submittedAt),
      column('days', 'number', ({ days }) => days),
      column('workingDays', 'number', ({ clock }) => clock?.scheme),
      column('due', 'day', ({ dueAt }) => dueAt?.slice(0, 10)),
    ],
    rows: allPages(async (after: BoardPlace | undefined) => {
      const { lines, next } = await listBoard(deps, asker, after ?? null);
      return { rows: lines, next };
    }),
  };
}
