import { workingDaysBetween } from '../../../register/calendar.ts';
import { dayOf } from '../../../register/day.ts';
import { median } from '../../../scoring/median.ts';
import type { FileSteps } from '../../ports/listingPorts.ts';
import type { Deps } from '../../ports/ports.ts';

/** Files that are looked at: the newest, so that the figure says how it is now and costs the same after many years. */
const newest = 200;
/** Fewer than these would tell of single files. */
const enough = 5;

export type StepTimes = Awaited<ReturnType<typeof stepTimes>>;

/** For everyone: how many working days each step took in the middle of the newest decided files; null before there are enough. */
export async function stepTimes({ store }: Pick<Deps, 'store'>) {
  const files = await store.fileSteps(newest);
  return {
    screening: middle(files, 'submittedAt', 'acceptedAt'),
    evaluation: middle(files, 'acceptedAt', 'evaluatedAt'),
    decision: middle(files, 'evaluatedAt', 'decidedAt'),
  };
}

function middle(files: readonly FileSteps[], from: keyof FileSteps, to: keyof FileSteps) {
  const days = files.flatMap(({ [from]: begun, [to]: ended }) =>
    begun && ended ? [workingDaysBetween(dayOf(begun), dayOf(ended))] : [],
  );
  return days.length < enough ? null : { days: Math.ceil(median(days)), files: days.length };
}
