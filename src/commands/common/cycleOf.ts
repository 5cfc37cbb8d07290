import type { Cycle } from '../../criteria/scheme.ts';
import type { Application, SelfAssessment } from '../items/items.ts';

/** The cycle by whose rules a sent application is judged. */
export function cycleOf({ context }: Pick<Application, 'context'>): Cycle {
  return context.kind === 'renewal' ? 'renewal' : 'first';
}

/** The same for a working copy: only that of a renewal begins with an earlier cycle. */
export function cycleOfCopy({ earlier }: Pick<SelfAssessment, 'earlier'>): Cycle {
  return earlier ? 'renewal' : 'first';
}
