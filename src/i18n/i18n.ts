import { createIntl, createIntlCache } from '@formatjs/intl';
import { type Language, languages } from '../criteria/scheme.ts';
import type { MessageKey, Params, Translate } from '../messages.ts';
import { profile, spokenIn } from '../profile/profile.ts';
import { projectFile } from '../projectFile.ts';
import { elisionOf } from './elision.ts';
import { type Locale, loadLocale } from './loadLocales.ts';
import { memoize } from './memoize.ts';

/** One language as pages and letters speak it. Its functions need no `this`. */
export interface Translator {
  readonly language: Language;
  /** Tag of language and country, e.g. fr-CH. */
  readonly locale: string;
  /** False when some text was not read by a person of that language: the page says so. */
  readonly reviewed: boolean;
  /** The sentence of a key, its placeholders filled in; an unknown key or a missing parameter throws. */
  readonly t: Translate;
  /** The sentence of a key that only data name, or whose parameters only data know; it throws alike. */
  readonly tOf: (key: string, params?: Params) => string;
  readonly has: (key: string) => key is MessageKey;
  /** What follows a beginning in the keys that have it. */
  readonly under: (beginning: string) => readonly string[];
  /** A day (YYYY-MM-DD) or an instant in full, as on a letter: 24 novembre 2026. */
  readonly date: (day: string | Date) => string;
  /** Day and time by the clocks of the label. */
  readonly time: (instant: string | Date) => string;
  /** Time of the day there, without the day. */
  readonly hour: (instant: string | Date) => string;
  /** A number as the locale writes it, with at most `digits` decimals (1 by default). */
  readonly number: (value: number, digits?: number) => string;
}

export type I18n = Readonly<Record<Language, Translator>>;

/** How the first day of a month is written where a plain 1 would be a mistake. */
const firsts: Partial<Record<Language, string>> = { fr: '1er', it: '1º' };
const zone = profile.timeZone;
/** More than there are messages, and than there are days and figures that many pages have in common. */
const max = 10_000;

/** The words of every language of the label; each is read when it is first requested, its formatters made once. */
export function createI18n(folder = projectFile('templates/locales/')): I18n {
  const words = memoize(max, (language: Language) => createWords(language, loadLocale(folder, language)));
  const all = {} as Record<Language, Translator>;
  for (const language of languages)
    Object.defineProperty(all, language, { enumerable: true, get: () => words(language) });
  return all;
}

/** Whether a text names one of our languages. */
export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

function createWords(language: Language, { messages, reviewed }: Locale): Translator {
  const locale = spokenIn(language).locale;
  const onError = (error: Error): never => {
    throw error;
  };
  const intl = createIntl({ locale, messages: { ...messages }, onError }, createIntlCache());
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const inFull = (day: string | Date): string => {
    const text = days.format(instantOf(day));
    const first = firsts[language];
    return first ? text.replace(/^1(?=\s)/, first) : text;
  };
  // Pages say the same words, days and figures again and again.
  const knownDay = memoize(max, inFull);
  const date = (day: string | Date) => (isDay(day) ? knownDay(day) : inFull(day));
  const elision = elisionOf(language);
  const plain = memoize(max, (id: string) => intl.formatMessage({ id }));
  const message = memoize(max, (id: string) => {
    const { formatters } = intl;
    const text = messages[id] ?? plain(id);
    return formatters.getMessageFormat(elision?.mark(text) ?? text, locale, undefined, { formatters });
  });
  const withDigits = memoize(max, (digits: number) => {
    const { format } = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    return memoize(max, (value: number) => grouped(format(value)).replaceAll("'", '’'));
  });
  const filled = (id: string, params: Params) => grouped(String(message(id).format(params)));
  const tOf = (id: string, params?: Params) => {
    if (!params) return plain(id);
    return elision ? elision.elide(filled(id, params)) : filled(id, params);
  };
  return Object.freeze({
    language,
    locale,
    reviewed,
    t: tOf,
    tOf,
    has: (key: string): key is MessageKey => key in messages,
    under: (beginning: string) =>
      Object.keys(messages).flatMap((key) =>
        key.startsWith(beginning) ? [key.slice(beginning.length)] : [],
      ),
    date,
    time: (instant: string | Date) => `${date(instant)}, ${times.format(instantOf(instant))}`,
    hour: (instant: string | Date) => times.format(instantOf(instant)),
    number: (value: number, digits = 1) => withDigits(digits)(value),
  });
}

/** French groups thousands as the criteria do, 12’500: the narrow spaces of the locale stand in no text of ours. */
function grouped(text: string): string {
  return text.replace(/(?<=\d)\u202f(?=\d{3}(?!\d))/gu, '’');
}

/** A day without a time, YYYY-MM-DD. */
function isDay(day: string | Date): day is string {
  return typeof day === 'string' && day.length === 10;
}

/** Noon, so that a day without a time stays that day there. */
function instantOf(day: string | Date): Date {
  return new Date(isDay(day) ? `${day}T12:00:00Z` : day);
}
