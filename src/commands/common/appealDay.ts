import { nextWorkingDay } from '../../register/calendar.ts';
import { addDays, type Day, dayOf, endOfDay } from '../../register/day.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { schemeOf } from './schemeOf.ts';

type OfFile = Pick<Application, 'context'>;

/** The last day to appeal against what is decided today on a file, or on the label that it opened. */
export function appealDay(deps: Pick<Deps, 'schemes'>, { context }: OfFile, today: Day): Day {
  const { appealDays } = schemeOf(deps, context.criteriaVersion).scheme.process;
  return nextWorkingDay(addDays(today, appealDays));
}

/** The instant at which the time to appeal against what is decided at `at` is over. */
export function endOfAppeal(deps: Pick<Deps, 'schemes'>, file: OfFile, at: string): string {
  return endOfDay(appealDay(deps, file, dayOf(at)));
}
