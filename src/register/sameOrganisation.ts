import { bindingLanguage } from '../profile/profile.ts';
import { legalUnit } from './identifier.ts';
import type { SaidByOrganisation } from './organisation.ts';

/** What two registrations of the same organisation are known by. */
type Registered = Pick<SaidByOrganisation, 'name' | 'postcode' | 'identifier'>;

/** Letters alone decide: capitals, accents, spaces and punctuation are typed this way or that. The database's index does the same. */
const letters = new Intl.Collator(bindingLanguage, { sensitivity: 'base', ignorePunctuation: true });

/** Whether two registrations look like the same organisation: one identifier, or one name at one postcode. */
export function sameOrganisation(a: Registered, b: Registered): boolean {
  const unit = legalUnit(a.identifier);
  if (unit !== '' && unit === legalUnit(b.identifier)) return true;
  return a.postcode === b.postcode && letters.compare(a.name, b.name) === 0;
}
