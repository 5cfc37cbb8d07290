import { ulid } from 'ulid';
import { type Language, languages, type Scheme } from '../../criteria/scheme.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { specimenPeople } from '../../profile/specimenPeople.ts';
import type { Entry } from '../../register/entry.ts';
import { wordsIn } from '../../register/folded.ts';
import { sectors } from '../../register/sector.ts';
import type { Random } from './random.ts';
import type { SpecimenWords } from './readWords.ts';
import { leastMadeHere } from './specimenMarks.ts';

/** What all labels of one organisation have in common. */
export type SpecimenOrganisation = Pick<Entry, 'organisation' | 'offers' | 'language' | 'acceptsLeman'>;

const maxOffers = 6;
type LegalForm = keyof SpecimenWords['forms'];
const legalForms: readonly LegalForm[] = [
  'association',
  'cooperative',
  'company',
  'foundation',
  'selfEmployed',
  'public',
  'socialCooperative',
  'socialEnterprise',
];

/** An organisation that does not exist, and says so in its name, with one to six offers; `at` is when it came (ms since 1970). */
export function specimenOrganisation(
  chance: Random,
  words: SpecimenWords,
  scheme: Scheme,
  at: number,
): SpecimenOrganisation {
  const sector = chance.pick(sectors);
  const { kinds, offers: ownOffers } = words.sectors[sector];
  const legalForm = chance.pickEarly(legalForms.filter((form) => form in words.forms));
  const commune = chance.pickEarly(words.communes);
  const evoked = `${chance.pick(words.evocations)} ${chance.pick(words.complements)}`;
  const kind = chance.pick(kinds);
  const ending = chance.pick(words.forms[legalForm] ?? ['']);
  const name = `${kind} ${specimenPeople.specimen} ${evoked}${ending}`;
  const language = chance.percent(70) ? bindingLanguage : chance.pick(languages);
  // Copied, because the library leaves a tree of single letters that the collection of garbage goes through again and again.
  const id = () => Buffer.from(ulid(at, chance.fraction)).toString('latin1');
  const offers = offerNames(chance, words, ownOffers, language);
  const own = { id: id(), name, legalForm, commune, region: scheme.region, sector };
  return {
    organisation: chance.percent(80) ? { ...own, website: websiteOf(own) } : own,
    offers: [...offers].map(([name, type]) => ({
      id: id(),
      name,
      type,
      sheet: chance.pick(words.sheets[language]).replace('{offer}', name).replace('{commune}', commune),
      madeHere: madeHere(chance, leastMadeHere(scheme, type)),
    })),
    language,
    acceptsLeman: chance.percent(35),
  };
}

/** A site that nobody can have: names that end so lead nowhere (RFC 2606, 2). */
function websiteOf({ id, name }: Pick<Entry['organisation'], 'id' | 'name'>): string {
  return `https://www.${[...wordsIn(name).slice(0, 3), id.slice(-6).toLowerCase()].join('-')}.example/`;
}

type Offers = SpecimenWords['sectors']['food']['offers'];

/** Offers of the organisation's own sector, and one time in four one of another; none of them twice. */
function offerNames(chance: Random, words: SpecimenWords, own: Offers, language: Language) {
  const types = new Map<string, Entry['offers'][number]['type']>();
  for (let left = chance.between(1, maxOffers); left > 0; left -= 1) {
    const from = chance.percent(75) ? own : words.sectors[chance.pick(sectors)].offers;
    const offer = chance.pick(from);
    const line = chance.percent(50) ? '' : ` «\u00a0${chance.pick(words.evocations)}\u00a0»`;
    types.set(offer.names[language] + line, offer.type);
  }
  return types;
}

/** Per cent as the figures of an offer give it: a share of whole parts, enough of them for a label. */
function madeHere(chance: Random, least: number): number {
  const whole = chance.between(20, 2000);
  return (100 * chance.between(Math.ceil((whole * least) / 100), whole)) / whole;
}
