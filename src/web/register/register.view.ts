import type { Cursor } from '../../commands/ports/registerPorts.ts';
import type { ReadWord } from '../../commands/register/readWords.ts';
import { centreOf, type RegisterAnswer, type RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Fault } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { MessageKey } from '../../messages.ts';
import type { Day } from '../../register/day.ts';
import { unitIn } from '../../register/identifier.ts';
import { distances } from '../../register/places/distance.ts';
import { placeInText } from '../../register/places/placeInText.ts';
import { placeText } from '../../register/places/places.ts';
import { cursorOf } from '../forms/cursor.ts';
import { shownHost } from '../views/website.view.ts';
import { aroundText } from './distance.view.ts';
import { filtersView } from './filters.view.ts';
import { foundOffers, offersFound } from './foundOffers.view.ts';
import { registerSearch } from './register.form.ts';
import { takenLists } from './takenList.view.ts';

/** What was asked of the register and what answers. */
export interface RegisterData {
  readonly query: RegisterQuery;
  readonly answer: RegisterAnswer;
  /** The text in which the place of the query was read, where one was. */
  readonly placedIn?: string | null;
  readonly today: Day;
  /** Whether the form was sent without a word and without a filter. */
  readonly isEmpty: boolean;
}

export type RegisterView = ReturnType<typeof registerView>;

/** The register as requested. */
export function registerView({ query, answer, placedIn, today, isEmpty }: RegisterData, words: Translator) {
  const { counts, entries } = answer;
  const filters = filtersView(query, answer, words);
  const centre = centreOf(query);
  const page = (name: 'before' | 'after', from: Cursor | null) =>
    from && `/${words.language}/register${registerSearch(query, { [name]: cursorOf(from, query) })}`;
  return {
    text: query.text,
    /** Whether anything is asked for: who searches wants what was found near the top. */
    isSearch: registerSearch(query) !== '',
    /** What is wrong with the search; empty otherwise. */
    refused: isEmpty ? words.t('register.empty') : '',
    /** Whether labels name the site, what was looked for in the place of words that the register does not know, what is unknown. */
    notes: [
      ...unitNotes(query.text, words),
      ...siteNotes(answer.site, words),
      ...answer.words.flatMap((word) => noteOf(word, words)),
      ...placeNotes(query, filters.place, words),
    ],
    filters,
    /** What opens the filters, with how many are set. */
    narrow: narrowText(filters.active.length, words),
    count: countText({ query, answer }, words),
    /** Whether every number counts all. */
    areAll: counts?.areAll ?? true,
    /** Around which place, as far as a distance is asked for. */
    around: centre && aroundText(centre, query.within ?? '', words),
    /** The other meaning of a text that names a place: around it, or its words as they are. */
    otherwise: placedIn ? asWordsOf(query, placedIn, words) : nearbyOf(query, words),
    results: entries.flatMap((entry) =>
      foundOffers(entry, { query, asked: answer.words, centre }, today, words),
    ),
    /** What may help where nothing answers. */
    steps: entries.length > 0 ? [] : stepsFor(query, answer, words),
    take: entries.length === 0 ? [] : takeOf(query, words),
    previous: page('before', answer.previous),
    next: page('after', answer.next),
  };
}

/** The view of a search that cannot be asked. */
export function refusedView(faults: readonly Fault[], words: Translator): RegisterView {
  const [fault] = faults;
  return {
    text: '',
    isSearch: true,
    refused: fault ? words.tOf(`faults.${fault.code}` satisfies MessageKey, fault.params) : '',
    notes: [],
    filters: { active: [], facets: [], ended: null, place: '', within: '', kept: [] },
    narrow: narrowText(0, words),
    count: '',
    areAll: true,
    around: null,
    otherwise: null,
    results: [],
    take: [],
    steps: [{ text: words.t('register.steps.all'), href: `/${words.language}/register` }],
    previous: null,
    next: null,
  };
}

/** How many labels answer; of a page that shows all of them, how many offers as well. */
function countText({ query, answer }: Pick<RegisterData, 'query' | 'answer'>, words: Translator): string {
  const { counts, entries, previous, next } = answer;
  const count = counts?.total ?? 0;
  const isWhole = previous === null && next === null && entries.length > 0;
  if (!isWhole) return words.t(counts?.areAll ? 'register.count' : 'register.countAtLeast', { count });
  const found = entries.map((entry) => offersFound(entry, { query, asked: answer.words }).length);
  return words.t('register.countOffers', { labels: count, offers: found.reduce((sum, one) => sum + one, 0) });
}

/** The same search as a list for a fair or a buyer. */
function takeOf(query: RegisterQuery, words: Translator) {
  const search = registerSearch(query);
  return takenLists.map((list) => ({
    text: words.t(`register.take.${list}`),
    files: (['xlsx', 'csv'] as const).map((format) => ({
      text: words.t(`register.take.${format}`),
      href: `/${words.language}/register/${list}.${format}${search}`,
    })),
  }));
}

function nearbyOf(query: RegisterQuery, words: Translator) {
  const isPlaced = query.place !== undefined || query.postcode !== undefined;
  const named = isPlaced ? null : placeInText(query.text);
  if (named === null) return null;
  const { place, text, within } = named;
  return {
    text: words.t('register.near.nearby', { kilometres: within, place: placeText(place) }),
    href: `/${words.language}/register${registerSearch({ ...query, text, ...named.where, within })}`,
  };
}

function asWordsOf({ place, postcode, within, ...query }: RegisterQuery, text: string, words: Translator) {
  return {
    text: words.t('register.near.asWords', { text }),
    href: `/${words.language}/register${registerSearch({ ...query, text: `"${text}"` })}`,
  };
}

function narrowText(count: number, words: Translator): string {
  return count === 0 ? words.t('register.narrow') : words.t('register.narrowed', { count });
}

function siteNotes(site: RegisterAnswer['site'], words: Translator): string[] {
  if (site === null) return [];
  const host = shownHost(site.host);
  return site.isNamed
    ? [`${words.t('lookup.site.found', { host })}. ${words.t('lookup.site.foundNote')}`]
    : [`${words.t('lookup.site.text', { host })} ${words.t('lookup.site.none')}`];
}

/** That a UID or SIREN has a slip in it. */
function unitNotes(text: string, words: Translator): string[] {
  return unitIn(text) === 'mistyped' ? [words.t('lookup.unit.mistyped')] : [];
}

/** That a distance is measured only from places that we know. */
function placeNotes(query: RegisterQuery, place: string, words: Translator): string[] {
  const isUnknown = query.within !== undefined && centreOf(query) === null;
  return isUnknown ? [words.t('register.near.unknown', { place })] : [];
}

function noteOf({ typed, wanted, instead }: ReadWord, words: Translator): string[] {
  if (wanted.length === 0) return [words.t('register.unknownWord', { typed })];
  return instead === null ? [] : [words.t('register.instead', { typed, instead })];
}

/** The next distance, and the farthest. */
function furtherSteps(query: RegisterQuery, words: Translator) {
  const further = distances.filter((kilometres) => Number(kilometres) > Number(query.within ?? Number.NaN));
  return [...new Set([...further.slice(0, 1), ...further.slice(-1)])].map((kilometres) => ({
    text: words.t('register.near.further', { kilometres }),
    href: `/${words.language}/register${registerSearch({ ...query, within: kilometres })}`,
  }));
}

/** Farther away, or less of what was asked: without the words that are unknown or each word alone, without one filter, nothing at all. */
function stepsFor(query: RegisterQuery, answer: RegisterAnswer, words: Translator) {
  const register = `/${words.language}/register`;
  const known = answer.words.filter(({ wanted }) => wanted.length > 0).map(({ typed }) => typed);
  const isAllKnown = known.length === answer.words.length;
  const each = known.length > 1 ? known : [];
  const { active, ended } = filtersView(query, answer, words);
  const texts = isAllKnown ? each : [known.join(' ')].filter((text) => text !== '');
  return [
    ...texts.map((text) => ({
      text: words.t('register.steps.words', { text }),
      href: `${register}${registerSearch({ ...query, text })}`,
    })),
    ...furtherSteps(query, words),
    ...(ended === null ? [] : [{ text: words.t('register.ended'), href: ended }]),
    ...active.map(({ remove, href }) => ({ text: remove, href })),
    { text: words.t('register.steps.all'), href: register },
    { text: words.t('register.steps.places'), href: `${register}/places` },
  ];
}
