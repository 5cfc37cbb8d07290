import { type CarryOver, carryOver } from '../../../criteria/carryOver.ts';
import type { PublishedScheme } from '../../../criteria/scheme.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { EarlierCycle, SelfAssessment } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Last cycle as a renewal is written beside it: what was said, under which rules, and what of it can be said again. */
export interface EarlierAnswers {
  readonly cycle: EarlierCycle;
  readonly published: PublishedScheme;
  readonly carried: CarryOver;
}

/** Last cycle of a working copy; null unless it is a renewal's. */
export function earlierAnswers(
  deps: Pick<Deps, 'schemes'>,
  { earlier }: SelfAssessment,
  { scheme }: PublishedScheme,
): EarlierAnswers | null {
  if (!earlier) return null;
  const published = schemeOf(deps, earlier.criteriaVersion);
  return {
    cycle: earlier,
    published,
    carried: carryOver(published.scheme, scheme, earlier.assessment, 'renewal'),
  };
}
