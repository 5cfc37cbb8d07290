import { dayOf } from '../../../register/day.ts';
import type { Entry } from '../../../register/entry.ts';
import { folded } from '../../../register/folded.ts';
import { sameTerms } from '../../../register/sameWords.ts';
import { filterTerm } from '../../../register/searchRow.ts';
import { allWords, tellingWords } from '../../../register/searchWords.ts';
import type { Sector } from '../../../register/sector.ts';
import type { Need } from '../../items/need.ts';
import type { Deps } from '../../ports/ports.ts';
import type { KnownTerm } from '../../ports/registerPorts.ts';

/** Words of a need that offers are looked for by: those that fewest have tell most. */
const maxWords = 40;
const maxTerms = 8;
/** Labels that are looked at for the words and for the category, best first, and offers that are shown. */
const maxLabels = 40;
const maxOffers = 6;
/** A word in the name of an offer tells more than one in its sheet; the category and the place as much as one in the name. */
const weights = { name: 3, category: 3, place: 3, sheet: 1 };

/** What an offer has in common with a need. */
type FitReason = 'words' | 'category' | 'place';

/** An offer that may be what a need asks for. */
interface FittingOffer {
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly sector: Sector | null;
  readonly commune: string;
  readonly because: readonly FitReason[];
}

type Sought = Pick<Need, 'title' | 'text' | 'place' | 'category' | 'context'>;

/** Offers of labels that hold today with the words of a need or in its category, those with most in common first; none of its own. */
export async function fittingOffers(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  need: Sought,
): Promise<readonly FittingOffer[]> {
  const words = tellingWords(`${need.title} ${need.text}`).slice(0, maxWords);
  const category = need.category ? filterTerm('category', need.category) : '';
  const terms = [...new Set(words.flatMap(({ word }) => sameTerms(word)))];
  const known = await store.knownTerms(category === '' ? terms : [...terms, category]);
  const rare = known
    .filter(({ term }) => term !== category)
    .toSorted((a, b) => a.rows - b.rows)
    .slice(0, maxTerms);
  const alike = known.filter(({ term }) => term === category);
  const validOn = dayOf(clock.now().toISOString());
  const numbersBy = async (words: readonly KnownTerm[][], filters: readonly KnownTerm[][]) => {
    if ([...words, ...filters].some((wanted) => wanted.length === 0)) return [];
    const page = { from: null, back: false, limit: maxLabels };
    return (await store.searchPage({ words, filters, validOn }, page)).map(({ number }) => number);
  };
  const numbers = (await Promise.all([numbersBy([rare], []), numbersBy([], [alike])])).flat();
  const entries = await store.entriesWith([...new Set(numbers)]);
  return entries
    .filter(({ organisation }) => organisation.id !== need.context.organisationId)
    .flatMap((entry) => weighedOffers(entry, need, new Set(rare.map(({ term }) => term))))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, maxOffers)
    .map(({ offer }) => offer);
}

/** Offers of a label that are called as the need says, or are of its category. */
function weighedOffers({ number, organisation, offers }: Entry, need: Sought, terms: ReadonlySet<string>) {
  const { id: organisationId, name: holder, commune, sector } = organisation;
  const hits = (text: string) => allWords(text).filter(({ term }) => terms.has(term)).length;
  const isNear = folded(need.place).includes(folded(commune));
  return offers.flatMap(({ id, name, sheet, category }) => {
    const said = weights.name * hits(name) + weights.sheet * hits(sheet);
    const isCalledSo = said >= weights.name;
    const isAlike = category !== undefined && category === need.category;
    if (!isCalledSo && !isAlike) return [];
    const because = [
      ...(isCalledSo ? (['words'] as const) : []),
      ...(isAlike ? (['category'] as const) : []),
      ...(isNear ? (['place'] as const) : []),
    ];
    const offer: FittingOffer = {
      ...{ number, id, name, organisationId, organisation: holder },
      ...{ sector, commune, because },
    };
    const weight = said + (isAlike ? weights.category : 0) + (isNear ? weights.place : 0);
    return [{ offer, weight }];
  });
}
