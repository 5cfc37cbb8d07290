import type { Cursor } from '../../commands/ports/registerPorts.ts';
import type { ReadWord } from '../../commands/register/readWords.ts';
import type { RegisterAnswer, RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Fault } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { MessageKey } from '../../messages.ts';
import type { Day } from '../../register/day.ts';
import { cursorOf } from '../forms/cursor.ts';
import { shownHost } from '../views/website.view.ts';
import { filtersView } from './filters.view.ts';
import { foundOffers } from './foundOffers.view.ts';
import { registerSearch } from './register.form.ts';
import { takenLists } from './takenList.view.ts';

/** What was asked of the register and what answers. */
export interface RegisterData {
  readonly query: RegisterQuery;
  readonly answer: RegisterAnswer;
  readonly today: Day;
  /** Whether the form was sent without a word and without a filter. */
  readonly isEmpty: boolean;
}

export type RegisterView = ReturnType<typeof registerView>;

/** The register as requested. */
export function registerView({ query, answer, today, isEmpty }: RegisterData, words: Translator) {
  const { counts, entries } = answer;
  const filters = filtersView(query, answer, words);
  const page = (name: 'before' | 'after', from: Cursor | null) =>
    from && `/${words.language}/register${registerSearch(query, { [name]: cursorOf(from, query) })}`;
  return {
    text: query.text,
    /** What is wrong with the search; empty otherwise. */
    refused: isEmpty ? words.t('register.empty') : '',
    /** Whether labels name the site, what was looked for in the place of words that the register does not know, what is unknown. */
    notes: [...siteNotes(answer.site, words), ...answer.words.flatMap((word) => noteOf(word, words))],
    filters,
    /** What opens the filters, with how many are set. */
    narrow: narrowText(filters.active.length, words),
    count: words.t(counts?.areAll ? 'register.count' : 'register.countAtLeast', {
      count: counts?.total ?? 0,
    }),
    /** Whether every number counts all. */
    areAll: counts?.areAll ?? true,
    results: entries.flatMap((entry) => foundOffers(entry, { query, asked: answer.words }, today, words)),
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
    refused: fault ? words.tOf(`faults.${fault.code}` satisfies MessageKey, fault.params) : '',
    notes: [],
    filters: { active: [], facets: [], ended: null, place: '', kept: [] },
    narrow: narrowText(0, words),
    count: '',
    areAll: true,
    results: [],
    take: [],
    steps: [{ text: words.t('register.steps.all'), href: `/${words.language}/register` }],
    previous: null,
    next: null,
  };
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

function noteOf({ typed, wanted, instead }: ReadWord, words: Translator): string[] {
  if (wanted.length === 0) return [words.t('register.unknownWord', { typed })];
  return instead === null ? [] : [words.t('register.instead', { typed, instead })];
}

/** Less of what was asked: without the words that are unknown or each word alone, without one filter, nothing at all. */
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
    ...(ended === null ? [] : [{ text: words.t('register.ended'), href: ended }]),
    ...active.map(({ remove, href }) => ({ text: remove, href })),
    { text: words.t('register.steps.all'), href: register },
    { text: words.t('register.steps.places'), href: `${register}/places` },
  ];
}
