import { profile } from '../profile/profile.ts';
import type { Day } from './day.ts';
import type { Entry } from './entry.ts';
import { filters, placeOf } from './filters.ts';
import { keyOfPlace, type Place, placeAt } from './places/places.ts';
import { statusToday } from './publicStatus.ts';
import { allWords, type SearchWord, tellingWords } from './searchWords.ts';
import { siteHost } from './siteHost.ts';

/** Where a term stands in an entry, the best place first: in the name of an offer, of the organisation, or elsewhere. */
export const ranks = ['1', '2', '3'] as const;
export type Rank = (typeof ranks)[number];

/** What an entry is found by. */
export interface SearchRow {
  readonly number: string;
  /** Each term of its texts behind its best rank, then what it is narrowed down by, its site, its UID or SIREN and where it lies (`filterTerm`). */
  readonly words: readonly string[];
  /** Whether its label holds, as far as its state says: only the day of the answer tells whether it is valid. */
  readonly holds: boolean;
  /** The last day on which it is valid, empty for a label that does not hold. */
  readonly validUntil: Day;
  /** What it has of each filter. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** No label lasts so long: one that was extended before its last day was kept holds until its renewal is decided. */
const openEnd = '9999-12-31';

/** What an entry is found by; reads nothing but the entry. */
export function searchRow(entry: Entry): SearchRow {
  const { word: status, valid: holds } = statusToday(entry, entry.since);
  const validUntil = status === 'extended' ? (entry.extendedUntil ?? openEnd) : entry.until;
  const facets = filters.flatMap(({ name, of }) => (of ? [[name, of(entry)] as const] : []));
  const terms = facets.flatMap(([name, values]) => values.map((value) => filterTerm(name, value)));
  return {
    number: entry.number,
    words: [
      ...rankedTerms(entry),
      everyEntry,
      ...terms,
      ...siteTerms(entry),
      ...unitTerms(entry),
      ...whereTerms(entry, holds),
    ],
    holds,
    validUntil: holds ? validUntil : '',
    facets: Object.fromEntries(facets),
  };
}

/** Each term of an entry, and what stands for it there: a word, or a commune as its people write it. */
export function writtenTerms(entry: Entry): Map<string, string> {
  const { commune } = entry.organisation;
  const texts = rankedWords(entry).map(([, { term, written }]) => [term, written] as const);
  const named = ['place', 'holdsIn'].map((name) => filterTerm(name, placeOf(commune)));
  const filterTerms = searchRow(entry).words.filter(isFilter);
  const places = filterTerms.map((term) => [term, named.includes(term) ? commune : ''] as const);
  return new Map([...texts.reverse(), ...places]);
}

/** The term of a word of a row: without its rank, where it has one. */
export function termIn(word: string): string {
  return isFilter(word) ? word : word.slice(1);
}

/** Whether a term is what entries are narrowed down by, and no word. */
export function isFilter(term: string): boolean {
  return term.startsWith('=');
}

/** The term by which all entries that have this value of a filter are found; no word of a text is like it. */
export function filterTerm(name: string, value: string): string {
  return `=${name}:${value}`;
}

/** The term that every entry has. */
export const everyEntry = '=all';

/** The term of entries that lie in a place, and of those of them whose label holds. */
export function whereTerm(place: Place, which: 'at' | 'holdsAt' = 'at'): string {
  return filterTerm(which, keyOfPlace(place));
}

function whereTerms({ organisation }: Entry, holds: boolean): string[] {
  const place = placeAt(organisation);
  const communes = holds ? [filterTerm('holdsIn', placeOf(organisation.commune))] : [];
  if (place === null) return communes;
  return [...communes, whereTerm(place), ...(holds ? [whereTerm(place, 'holdsAt')] : [])];
}

/** The term of the labels of one UID or SIREN. */
export function unitTerm(unit: string): string {
  return filterTerm('unit', unit);
}

function unitTerms({ organisation: { identifier } }: Entry): string[] {
  return identifier === undefined ? [] : [unitTerm(identifier)];
}

function siteTerms({ organisation: { website } }: Entry): string[] {
  return website === undefined ? [] : [filterTerm('site', siteHost(website))];
}

function rankedTerms(entry: Entry): string[] {
  const best = new Map<string, Rank>();
  for (const [rank, { term }] of rankedWords(entry)) if (!best.has(term)) best.set(term, rank);
  return [...best].map(([term, rank]) => `${rank}${term}`);
}

/** The words of an entry, those of the best rank first. */
function rankedWords({ organisation, offers, acceptsLeman }: Entry): (readonly [Rank, SearchWord])[] {
  const ranked = (rank: Rank, words: readonly SearchWord[]) => words.map((word) => [rank, word] as const);
  return [
    ...offers.flatMap(({ name }) => ranked('1', allWords(name))),
    ...ranked('2', allWords(organisation.name)),
    ...ranked('3', allWords(`${organisation.postcode ?? ''} ${organisation.commune}`)),
    ...offers.flatMap(({ sheet }) => ranked('3', tellingWords(sheet))),
    ...(acceptsLeman ? ranked('3', allWords(profile.localCurrency ?? '')) : []),
  ];
}
