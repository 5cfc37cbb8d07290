import { type BoardLine, boardStates } from '../../commands/listBoard.ts';
import type { Words } from '../i18n.ts';
import { dueDay } from './staffWords.ts';

/** The officers' board: files by state, in the order of the way. */
export interface StaffBoard {
  readonly lead: string;
  readonly groups: readonly {
    readonly state: string;
    readonly title: string;
    readonly files: readonly {
      readonly href: string;
      readonly organisation: string;
      readonly commune: string;
      readonly number: string;
      readonly age: string;
      readonly due: string;
    }[];
  }[];
}

const ended: ReadonlySet<string> = new Set(['granted', 'refused', 'closed', 'withdrawn', 'lapsed']);

/** The view of the board; a state without a file is left out. */
export function staffBoard(lines: readonly BoardLine[], words: Words): StaffBoard {
  const open = lines.filter(({ state }) => !ended.has(state)).length;
  return {
    lead: words.t('staff.board.lead', { count: open }),
    groups: boardStates
      .map((state) => ({ state, files: lines.filter((line) => line.state === state) }))
      .filter(({ files }) => files.length > 0)
      .map(({ state, files }) => ({
        state,
        title: words.t(`states.application.${state}`),
        files: files.map((file) => ({
          href: `/${words.language}/files/${file.applicationId}`,
          organisation: file.organisation,
          commune: file.commune,
          number: file.applicationId,
          age: words.t('staff.board.age', { days: file.days, day: words.date(file.submittedAt) }),
          due: file.dueAt === null ? '' : words.t('staff.board.due', { due: dueDay(file.dueAt, words) }),
        })),
      })),
  };
}
