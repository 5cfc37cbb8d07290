import { loadRules } from '../boot/loadRules.ts';
import { profile } from '../profile/profile.ts';
import { placeAt, places } from '../register/places/places.ts';
import { regionOf } from '../register/region.ts';
import { readSpecimen } from './demo/specimen.ts';
import { readOrganisations } from './living/organisations.ts';
import { readWords } from './seed/readWords.ts';

/** Reads what lies beside the versions of the criteria in the scheme's folder, and says what it is; throws with every fault. */
export function checkSchemeFiles(): readonly string[] {
  const { agreement } = loadRules();
  const organisations = Object.values(readOrganisations());
  const { communes } = readWords();
  readSpecimen();
  const nowhere = [
    ...organisations.filter(({ postcode, commune }) => placeAt({ postcode, commune })?.postcode !== postcode),
    ...communes.filter((commune) => placeAt({ commune }) === null).map((commune) => ({ name: commune })),
  ].map(({ name }) => `specimens: ${name} is at no place of places.json`);
  const untold = places
    .filter(({ postcode }) => regionOf(postcode) === null && !profile.unsure.includes(postcode))
    .map(({ postcode, name }) => `places.json: ${postcode} ${name} is no postcode of the profile`);
  const faults = [...nowhere, ...untold];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return [
    `agreement ${agreement.version}, ${places.length} places`,
    `${organisations.length} specimens with a file, ${communes.length} communes of other specimens`,
  ];
}
