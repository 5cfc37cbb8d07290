import { dayOf } from '../../../register/day.ts';
import type { Entry } from '../../../register/entry.ts';
import { folded } from '../../../register/folded.ts';
import { sameTerms } from '../../../register/sameWords.ts';
import { allWords, tellingWords } from '../../../register/searchWords.ts';
import type { Need } from '../../items/need.ts';
import type { Deps } from '../../ports/ports.ts';

/** Words of a need that offers are looked for by: those that fewest have tell most. */
const maxWords = 40;
const maxTerms = 8;
/** Labels that are looked at, best first, and offers that are shown. */
const maxLabels = 40;
const maxOffers = 6;
/** A word in the name of an offer tells more than one in its sheet, and one of the place as much as one in the name. */
const weights = { name: 3, place: 3, sheet: 1 };

/** An offer that may be what a need asks for. */
interface FittingOffer {
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly commune: string;
}

/** Offers of labels that hold today with the words of a need, those with most of them first, near ones before others; none of its own. */
export async function fittingOffers(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  need: Pick<Need, 'title' | 'text' | 'place' | 'context'>,
): Promise<readonly FittingOffer[]> {
  const words = tellingWords(`${need.title} ${need.text}`).slice(0, maxWords);
  const known = await store.knownTerms([...new Set(words.flatMap(({ word }) => sameTerms(word)))]);
  const rare = known.toSorted((a, b) => a.rows - b.rows).slice(0, maxTerms);
  if (rare.length === 0) return [];
  const validOn = dayOf(clock.now().toISOString());
  const question = { words: [rare], filters: [], validOn };
  const found = await store.searchPage(question, { from: null, back: false, limit: maxLabels });
  const entries = await store.entriesWith(found.map(({ number }) => number));
  const terms = new Set(rare.map(({ term }) => term));
  const place = folded(need.place);
  return entries
    .filter(({ organisation }) => organisation.id !== need.context.organisationId)
    .flatMap((entry) => weighedOffers(entry, terms, place))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, maxOffers)
    .map(({ offer }) => offer);
}

function weighedOffers({ number, organisation, offers }: Entry, terms: ReadonlySet<string>, place: string) {
  const hits = (text: string) => allWords(text).filter(({ term }) => terms.has(term)).length;
  const isNear = place !== '' && place.includes(folded(organisation.commune));
  return offers.flatMap(({ id, name, sheet }) => {
    const said = weights.name * hits(name) + weights.sheet * hits(sheet);
    if (said < weights.name) return [];
    const { id: organisationId, name: holder, commune } = organisation;
    const offer: FittingOffer = { number, id, name, organisationId, organisation: holder, commune };
    return [{ offer, weight: said + (isNear ? weights.place : 0) }];
  });
}
