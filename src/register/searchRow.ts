import type { OfferType } from '../criteria/offer.ts';
import type { Day } from './day.ts';
import type { Entry } from './entry.ts';
import { folded } from './folded.ts';
import { type PublicWord, statusToday } from './publicStatus.ts';
import { allWords, type SearchWord, tellingWords } from './searchWords.ts';
import type { Sector } from './sector.ts';
import { siteHost } from './siteHost.ts';

/** Where a term stands in an entry, the best place first: in the name of an offer, of the organisation, or elsewhere. */
export const ranks = ['1', '2', '3'] as const;
export type Rank = (typeof ranks)[number];

/** What the register is narrowed down by. */
export interface Facets {
  readonly place: string;
  readonly form: string;
  readonly theme: Sector | null;
  readonly types: readonly OfferType[];
  readonly leman: boolean;
  readonly status: PublicWord;
}

/** What an entry is found by. */
export interface SearchRow {
  readonly number: string;
  /** Each term of its texts behind its best rank, then what it is narrowed down by and its site (`filterTerm`). */
  readonly words: readonly string[];
  /** Whether its label holds, as far as its state says: only the day of the answer tells whether it is valid. */
  readonly holds: boolean;
  /** The last day on which it is valid, empty for a label that does not hold. */
  readonly validUntil: Day;
  readonly facets: Facets;
}

/** What people type who look for where they can pay in the local currency. */
const lemanText = 'monnaie léman';
/** No label lasts so long: until it is decided on, a label whose renewal is under way has no last day. */
const openEnd = '9999-12-31';

/** What an entry is found by; reads nothing but the entry. */
export function searchRow(entry: Entry): SearchRow {
  const { organisation, offers, until } = entry;
  const { word: status, valid: holds } = statusToday(entry, entry.since);
  const facets: Facets = {
    place: placeOf(organisation.commune),
    form: organisation.legalForm,
    theme: organisation.sector,
    types: [...new Set(offers.map(({ type }) => type))].sort(),
    leman: entry.acceptsLeman,
    status,
  };
  return {
    number: entry.number,
    words: [...rankedTerms(entry), ...filterTerms(facets), ...siteTerms(entry)],
    holds,
    validUntil: holds ? (status === 'extended' ? openEnd : until) : '',
    facets,
  };
}

/** Each term of an entry, and what stands for it there: a word, or a commune as its people write it. */
export function writtenTerms(entry: Entry): Map<string, string> {
  const { commune } = entry.organisation;
  const texts = rankedWords(entry).map(([, { term, written }]) => [term, written] as const);
  const filters = searchRow(entry).words.filter(isFilter);
  const place = filterTerm('place', placeOf(commune));
  return new Map([
    ...texts.reverse(),
    ...filters.map((term) => [term, term === place ? commune : ''] as const),
  ]);
}

/** The term of a word of a row: without its rank, where it has one. */
export function termIn(word: string): string {
  return isFilter(word) ? word : word.slice(1);
}

/** Whether a term is what entries are narrowed down by, and no word. */
export function isFilter(term: string): boolean {
  return term.startsWith('=');
}

/** The name under which a commune is listed, however it is written. */
export function placeOf(commune: string): string {
  return folded(commune);
}

/** The term by which all entries with a facet of this value are found; no word of a text is like it. */
export function filterTerm(facet: string, value: string): string {
  return `=${facet}:${value}`;
}

/** The term that every entry has. */
export const everyEntry = '=all';

function filterTerms({ place, form, theme, types, leman, status }: Facets): string[] {
  return [
    everyEntry,
    filterTerm('place', place),
    filterTerm('form', form),
    ...(theme === null ? [] : [filterTerm('theme', theme)]),
    ...types.map((type) => filterTerm('type', type)),
    ...(leman ? [filterTerm('leman', 'yes')] : []),
    filterTerm('status', status),
  ];
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
    ...ranked('3', allWords(organisation.commune)),
    ...offers.flatMap(({ sheet }) => ranked('3', tellingWords(sheet))),
    ...(acceptsLeman ? ranked('3', allWords(lemanText)) : []),
  ];
}
