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
import { foundEntry } from './foundEntry.view.ts';
import { registerSearch } from './register.form.ts';

/** What was asked of the register and what answers. */
export interface RegisterData {
  readonly query: RegisterQuery;
  readonly answer: RegisterAnswer;
  readonly today: Day;
  /** Whether the form was sent without a word and without a filter. */
  readonly isEmpty: boolean;
}

interface Step {
  readonly text: string;
  readonly href: string;
}

export type RegisterView = ReturnType<typeof registerView>;

/** The register as requested. */
export function registerView({ query, answer, today, isEmpty }: RegisterData, words: Translator) {
  const { counts, entries } = answer;
  const page = (name: 'before' | 'after', from: Cursor | null) =>
    from && addressOf(query, words, { [name]: cursorOf(from, query) });
  return {
    action: `/${words.language}/register`,
    text: query.text,
    /** What is wrong with the search; empty otherwise. */
    refused: isEmpty ? words.t('register.empty') : '',
    /** Whether labels name the site, what was looked for in the place of words that the register does not know, what is unknown. */
    notes: [...siteNotes(answer.site, words), ...answer.words.flatMap((word) => noteOf(word, words))],
    filters: filtersView(query, answer, words),
    count: words.t(counts?.areAll ? 'register.count' : 'register.countAtLeast', {
      count: counts?.total ?? 0,
    }),
    /** Whether every number counts all. */
    areAll: counts?.areAll ?? true,
    results: entries.map((entry) => foundEntry(entry, answer.words, today, words)),
    /** What may help where nothing answers. */
    steps: entries.length > 0 ? [] : stepsFor(query, answer, words),
    previous: page('before', answer.previous),
    next: page('after', answer.next),
  };
}

/** The view of a search that cannot be asked. */
export function refusedView(faults: readonly Fault[], words: Translator): RegisterView {
  const [fault] = faults;
  return {
    action: `/${words.language}/register`,
    text: '',
    refused: fault ? words.tOf(`faults.${fault.code}` satisfies MessageKey, fault.params) : '',
    notes: [],
    filters: { active: [], facets: [], kept: [] },
    count: '',
    areAll: true,
    results: [],
    steps: [{ text: words.t('register.steps.all'), href: `/${words.language}/register` }],
    previous: null,
    next: null,
  };
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

function addressOf(
  query: RegisterQuery,
  { language }: Translator,
  also: Readonly<Record<string, string>> = {},
) {
  return `/${language}/register${registerSearch(query, also)}`;
}

/** Less of what was asked: without the words that are unknown or each word alone, without one filter, nothing at all. */
function stepsFor(query: RegisterQuery, answer: RegisterAnswer, words: Translator): Step[] {
  const known = answer.words.filter(({ wanted }) => wanted.length > 0);
  const others = answer.words.length - known.length;
  const texts =
    others > 0
      ? known.length > 0
        ? [known.map(({ typed }) => typed).join(' ')]
        : []
      : known.length > 1
        ? known.map(({ typed }) => typed)
        : [];
  return [
    ...texts.map((text) => ({
      text: words.t('register.steps.words', { text }),
      href: addressOf({ ...query, text }, words),
    })),
    ...filtersView(query, answer, words).active.map(({ remove, href }) => ({ text: remove, href })),
    { text: words.t('register.steps.all'), href: `/${words.language}/register` },
    { text: words.t('register.steps.places'), href: `/${words.language}/register/places` },
  ];
}
