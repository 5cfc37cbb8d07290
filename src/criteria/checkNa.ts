import { deadEndOf } from './checkLevels.ts';
import { checkCondition, type NumberPlace } from './checkNumber.ts';
import type { Criterion } from './scheme.ts';
import type { SchemeFault } from './schemeError.ts';

/**
 * Published before these two things were asked, and never changed since: "not applicable" bound to a condition or a sentence,
 * and a way on for any figures.
 */
const publishedBefore = ['1.0.0'];

/** The faults of what a criterion says of "not applicable": conditions that cannot be read, or none where one is due. */
export function checkNa(place: NumberPlace, criterion: Criterion): SchemeFault[] {
  const { id, na, naWhen, naReason } = criterion;
  const { source, at, scheme } = place;
  const conditions = [
    ...(naWhen === undefined ? [] : checkCondition(place, naWhen, ['naWhen'], true)),
    ...(typeof naReason === 'string' ? checkCondition(place, naReason, ['naReason'], true) : []),
  ];
  const isBound = naWhen !== undefined || naReason !== undefined;
  if (isBound && !na) return [...conditions, source.fault('conditionWithoutNa', [...at, 'na'], id)];
  const isFree = na && !isBound && !publishedBefore.includes(scheme.version);
  return [...conditions, ...(isFree ? [source.fault('naUnbound', [...at, 'na'], id)] : [])];
}

/** The fault of a computed criterion that some figures leave without a level and without "not applicable". */
export function checkDeadEnd({ scheme, source, at }: NumberPlace, criterion: Criterion): SchemeFault[] {
  if (publishedBefore.includes(scheme.version)) return [];
  const figures = deadEndOf(scheme, criterion);
  if (figures === null) return [];
  const values = Object.entries(figures).map(([id, value]) => `${id} = ${value}`);
  return [source.fault('noLevel', [...at, 'number'], `${criterion.id}: ${values.join(', ')}`)];
}
