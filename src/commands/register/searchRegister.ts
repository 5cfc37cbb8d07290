import { dayOf } from '../../register/day.ts';
import { type FilterName, filters } from '../../register/filters.ts';
import { unitIn } from '../../register/identifier.ts';
import { placesWithin } from '../../register/places/distance.ts';
import { findPlace, type Place } from '../../register/places/places.ts';
import { everyEntry, filterTerm, unitTerm, whereTerm } from '../../register/searchRow.ts';
import { parseSearchText } from '../../register/searchText.ts';
import type { Deps } from '../ports/ports.ts';
import type { PageOfRows, Question } from '../ports/registerPorts.ts';
import { type FacetCounts, facetCounts } from './facetCounts.ts';
import { namedSites } from './labelsOfSites.ts';
import { placeNames } from './listPlaces.ts';
import { readWords } from './readWords.ts';

/** A query of the register: words, and the value of each active filter. */
export interface RegisterQuery extends Readonly<Partial<Record<FilterName, string>>> {
  readonly text: string;
}

/** The filters that say where. */
const whereNames: readonly FilterName[] = ['place', 'postcode'];

/** The place around which a query looks; null where it asks for no distance, or from a place that we do not know. */
export function centreOf({ within, postcode, place }: RegisterQuery): Place | null {
  return within === undefined ? null : findPlace(`${postcode ?? ''} ${place ?? ''}`);
}

/** Values of a filter that are counted on a page; all communes are listed elsewhere. */
export const maxFacetValues = 10;
/** Entries on a page. */
const pageSize = 20;
/** So many rows are looked at for the counts. */
const maxCounted = 500;

export type RegisterAnswer = Awaited<ReturnType<typeof searchRegister>>;

/** Searches the register: the nearest first where a distance is asked for, then offers called so, organisations, the rest, of each valid and newest first; a site, a UID or a SIREN finds its labels. */
export async function searchRegister(
  deps: Pick<Deps, 'store' | 'clock' | 'publicUrl'>,
  query: RegisterQuery,
  {
    page,
    counted,
    size = pageSize,
  }: { readonly page: Omit<PageOfRows, 'limit'> | null; readonly counted: boolean; readonly size?: number },
) {
  const { store } = deps;
  const today = dayOf(deps.clock.now().toISOString());
  const centre = centreOf(query);
  const wanted = filters.flatMap(({ name, of }) => {
    const value = query[name];
    const isWhere = centre !== null && whereNames.includes(name);
    return of && value !== undefined && !isWhere ? [[filterTerm(name, value)]] : [];
  });
  const lying =
    centre && query.within === '0' ? [centre] : centre && placesWithin(centre, Number(query.within));
  const near = lying?.map((place) => whereTerm(place));
  if (wanted.length === 0 && !near && query.text === '') wanted.push([everyEntry]);
  const asked = unitIn(query.text);
  const unit = asked === 'mistyped' ? null : asked;
  if (unit) wanted.push([unitTerm(unit.unit)]);
  const sought = parseSearchText(query.text, deps.publicUrl);
  const host = sought.kind === 'site' ? sought.host : null;
  const named = host === null ? undefined : (await namedSites(deps, [host])).get(host);
  const site = host === null ? null : { host: named?.host ?? host, isNamed: named !== undefined };
  const [words, terms] = await Promise.all([
    named || asked ? [] : readWords(deps, query.text),
    store.knownTerms([...wanted.flat(), ...(near ?? [])]),
  ]);
  const around = near?.flatMap((place) => terms.find(({ term }) => term === place) ?? []);
  const question: Question = {
    words: words.map(({ wanted }) => wanted),
    filters: [
      ...wanted.map((any) => terms.filter(({ term }) => any.includes(term))),
      ...(named ? [[named.term]] : []),
    ],
    ...(around && { around }),
    validOn: filters.some(({ name, whileValid }) => whileValid?.includes(query[name] ?? '')) ? today : null,
  };
  // Signs alone, as a picture, are looked for in vain.
  const isUnread = named === undefined && unit === null && query.text !== '' && words.length === 0;
  const all = [...question.words, ...question.filters, ...(around ? [around] : [])];
  if (isUnread || all.some((known) => known.length === 0)) {
    const places = await placesOf([]);
    return { entries: [], words, site, previous: null, next: null, counts: counted ? nothing : null, places };
  }
  const back = page?.back ?? false;
  const [found, rows] = await Promise.all([
    store.searchPage(question, { from: page?.from ?? null, back, limit: size + 1 }),
    counted ? store.searchRows(question, maxCounted) : null,
  ]);
  const isMore = found.length > size;
  const shown = back ? found.slice(-size) : found.slice(0, size);
  const hasPrevious = back ? isMore : page !== null;
  const hasNext = back || isMore;
  const counts = rows && facetCounts(rows, today);
  const [entries, places] = await Promise.all([
    store.entriesWith(shown.map(({ number }) => number)),
    placesOf(counts?.of.place?.slice(0, maxFacetValues) ?? []),
  ]);
  return {
    entries,
    words,
    /** The site that the text is, by its host as labels name it; where none does, its words are looked for. */
    site,
    previous: hasPrevious ? (shown[0] ?? null) : null,
    next: hasNext ? (shown.at(-1) ?? null) : null,
    /** Null unless asked for: to count costs more than to answer. */
    counts,
    /** How the communes of the search and of the counts write themselves. */
    places,
  };

  async function placesOf(values: readonly { readonly value: string }[]): Promise<Map<string, string>> {
    if (!counted) return new Map();
    const named = new Set([
      ...values.map(({ value }) => value),
      ...(query.place === undefined ? [] : [query.place]),
    ]);
    return placeNames(deps, [...named]);
  }
}

const nothing: FacetCounts = { total: 0, areAll: true, of: {} };
