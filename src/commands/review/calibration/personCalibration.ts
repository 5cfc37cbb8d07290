import { agreementOf, type PersonalLine } from '../../../scoring/calibration.ts';
import type { Person } from '../../items/items.ts';
import type { Evaluations } from '../views/readEvaluations.ts';

/** How long someone's reviews took, in working days; null without any. */
export interface Duration {
  readonly median: number;
  readonly max: number;
}

/** One reviewer's line. */
export interface PersonCalibration extends PersonalLine {
  readonly person: Person;
  readonly duration: Duration | null;
}

/** The line of a person over some evaluations. */
export function personCalibration(person: Person, { places, days }: Evaluations): PersonCalibration {
  return { person, ...agreementOf(person.id, places), duration: durationOf(days.get(person.id) ?? []) };
}

function durationOf(days: readonly number[]): Duration | null {
  const sorted = [...days].sort((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === undefined) return null;
  const middle = (sorted.length - 1) / 2;
  const [below = 0, above = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return { median: (below + above) / 2, max };
}
