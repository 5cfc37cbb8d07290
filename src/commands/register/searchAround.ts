import { unitIn } from '../../register/identifier.ts';
import { type NamedPlace, placeInText } from '../../register/places/placeInText.ts';
import { parseSearchText } from '../../register/searchText.ts';
import { allWords, tellingWords } from '../../register/searchWords.ts';
import type { Deps } from '../ports/ports.ts';
import type { RegisterAnswer, RegisterQuery } from './searchRegister.ts';

/**
 * Asks the register with the words that name a place taken for the place: whoever types a postcode looks around it. Words are
 * looked for as they are where a name has them all ("Bière artisanale"), and where nothing lies around the place.
 */
export async function searchAround(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  query: RegisterQuery,
  search: (query: RegisterQuery) => Promise<RegisterAnswer>,
) {
  const named = placeOfWords(query, publicUrl);
  if (!named) return { query, answer: await search(query), placedIn: null };
  const around: RegisterQuery = { ...query, ...named.where, within: named.within, text: named.text };
  const [typed, answer] = await Promise.all([search(query), search(around)]);
  const isName = named.text !== '' && typed.entries.some((entry) => isNamed(entry, query.text));
  const isEmpty = answer.entries.length === 0 && typed.entries.length > 0;
  if (isName || isEmpty) return { query, answer: typed, placedIn: null };
  return { query: around, answer, placedIn: query.text };
}

function placeOfWords({ text, place, postcode }: RegisterQuery, publicUrl: string): NamedPlace | null {
  const isElsewhere = place !== undefined || postcode !== undefined;
  const isWords = parseSearchText(text, publicUrl).kind === 'words' && unitIn(text) === null;
  return isWords && !isElsewhere ? placeInText(text) : null;
}

/** Whether an organisation or one of its offers is called by all words of a text. */
function isNamed({ organisation, offers }: RegisterAnswer['entries'][number], text: string): boolean {
  const terms = tellingWords(text).map(({ term }) => term);
  return [organisation, ...offers].some(({ name }) => {
    const said = new Set(allWords(name).map(({ term }) => term));
    return terms.every((term) => said.has(term));
  });
}
