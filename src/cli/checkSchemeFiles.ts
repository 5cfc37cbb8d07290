import { existsSync, readFileSync } from 'node:fs';
import { loadRules } from '../boot/loadRules.ts';
import { meaningFaults } from '../criteria/meanings.ts';
import type { Scheme } from '../criteria/scheme.ts';
import { createI18n } from '../i18n/i18n.ts';
import { readLocale } from '../i18n/loadLocales.ts';
import { languages, profile } from '../profile/profile.ts';
import { defaultScheme } from '../profile/schemeFile.ts';
import { projectFile } from '../projectFile.ts';
import { placeAt, places } from '../register/places/places.ts';
import { regionOf } from '../register/region.ts';
import { readSpecimen } from './demo/specimen.ts';
import { organisations } from './living/organisations.ts';
import { readWords } from './seed/readWords.ts';

/** Reads what lies beside the versions of its criteria in the scheme's folder, and says what it is; throws with every fault. */
export function checkSchemeFiles(schemes: readonly Scheme[]): readonly string[] {
  const { agreement } = loadRules();
  const files = Object.values(organisations);
  const { communes } = readWords();
  readSpecimen();
  const nowhere = [
    ...files.filter(({ postcode, commune }) => placeAt({ postcode, commune })?.postcode !== postcode),
    ...communes.filter((commune) => placeAt({ commune }) === null).map((commune) => ({ name: commune })),
  ].map(({ name }) => `specimens: ${name} is at no place of places.json`);
  const untold = places
    .filter(({ postcode }) => regionOf(postcode) === null && !profile.unsure.includes(postcode))
    .map(({ postcode, name }) => `places.json: ${postcode} ${name} is no postcode of the profile`);
  const faults = [...nowhere, ...untold, ...schemes.flatMap(meaningFaults), ...wordsMissing(schemes)];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return [
    `agreement ${agreement.version}, ${places.length} places`,
    `${files.length} specimens with a file, ${communes.length} communes of other specimens`,
  ];
}

/** The words that no type asks for: of regions, legal forms, identifiers, sources and the currency, and what each label says in its way. */
function wordsMissing(schemes: readonly Scheme[]): readonly string[] {
  const i18n = createI18n();
  const codes = new Set(schemes.flatMap(({ criteria }) => criteria.flatMap(({ from }) => from)));
  const keys = [
    ...profile.regions.map(({ id }) => `regions.${id}`),
    ...profile.legalForms.map(({ id }) => `legalForms.${id}`),
    // A SIRET is shown as the SIREN that it begins with.
    ...profile.identifiers.filter((kind) => kind !== 'siret').map((kind) => `pages.label.fact.${kind}`),
    ...[...codes].map((code) => `sources.${code}`),
    `applicant.unit.${profile.currency}`,
    ...askedOfLabels(),
  ];
  return languages.flatMap((language) =>
    keys.filter((key) => !i18n[language].has(key)).map((key) => `words.${language}.yaml: no ${key}`),
  );
}

/** Keys of words that one label has and another need not: what its regions, identifiers and sources are called. */
const particular = /^(?:sources|regions|pages\.label\.fact)\./;

/** What pages ask every label to say: what the first one says of itself. */
function askedOfLabels(): readonly string[] {
  const path = projectFile(`criteria/${defaultScheme}/words.fr.yaml`);
  if (!existsSync(path)) return [];
  const { messages } = readLocale([{ path: path.pathname, text: readFileSync(path, 'utf8') }], 'fr');
  return Object.keys(messages).filter((key) => !particular.test(key));
}
