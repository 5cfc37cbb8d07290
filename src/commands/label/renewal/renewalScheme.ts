import { openOn } from '../../../criteria/versions.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { Deps } from '../../ports/ports.ts';

/** The rules that a renewal falls under: those open on the day it begins, which is today or the first on which it can. */
export function renewalScheme({ schemes, clock }: Pick<Deps, 'schemes' | 'clock'>, opens: Day) {
  const today = dayOf(clock.now().toISOString());
  return openOn(schemes, today < opens ? opens : today);
}
