import { stagesAnnounced } from '../../policies/stages.ts';
import type { Workplace } from '../../register/calendar.ts';
import { type FileClock, fileClock } from '../../register/fileClock.ts';
import type { Application } from '../items/items.ts';
import type { ListedFile } from '../ports/listingPorts.ts';

/** States in which nothing is counted. */
const stopped: readonly Application['state'][] = ['draft', ...stagesAnnounced];

/** The clock of a file at an instant; null where none runs. */
export function clockOf(
  { state, submittedAt, information = [] }: Pick<ListedFile, 'state' | 'submittedAt' | 'information'>,
  at: Workplace,
  now: string,
): FileClock | null {
  if (submittedAt === null || stopped.includes(state)) return null;
  return fileClock({ submittedAt, answerTimes: information, at }, now);
}
