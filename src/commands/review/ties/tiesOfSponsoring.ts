import { belongsTo } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person, Sponsorship } from '../../items/items.ts';
import { detectedTie } from './detectedTie.ts';

/**
 * Ties of the people of a sponsor to the organisation that it gave its word for; over on the same day, so that the time in which
 * they take no part in its files counts from the word. One that was asked for and not given ties nobody.
 */
export function tiesOfSponsoring(
  people: readonly Person[],
  { organisationId, answeredAt }: Pick<Sponsorship, 'organisationId' | 'answeredAt'>,
): Tie[] {
  if (answeredAt === null) return [];
  const day = dayOf(answeredAt);
  return people
    .filter((person) => !belongsTo(person, organisationId))
    .map(({ id }) => detectedTie({ personId: id, organisationId, kind: 'sponsor', since: day, ended: day }));
}
