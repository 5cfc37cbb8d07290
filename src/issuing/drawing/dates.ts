import { type Language, languages, spokenIn } from '../../profile/profile.ts';

const inFull = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const formats = new Map(languages.map((language) => [language, inFull(spokenIn(language).locale)]));

/** The first of a month is an ordinal in French and Italian; Intl writes a plain 1. The Italian sign is raised on its own. */
const firstOfMonth: Readonly<Record<Language, readonly [number: string, ordinal: string]>> = {
  fr: ['1', 'er'],
  it: ['1º', ''],
  de: ['1', ''],
  en: ['1', ''],
};

/** A day YYYY-MM-DD in full, cut where a raised ordinal goes: `1`, `er`, ` novembre 2026`; throws for what is no such day. */
export function dateParts(day: string, language: Language) {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/u.test(day) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a day: ${day}`);
  }
  const parts = formats.get(language)?.formatToParts(date) ?? [];
  const [first = '', ...others] = parts.map((part) => part.value);
  const [number, ordinal] = first === '1' ? firstOfMonth[language] : [first, ''];
  return { number, ordinal, rest: others.join('') };
}

/** A day YYYY-MM-DD in full: `24 novembre 2026`, `1er novembre 2026`. */
export function dateInFull(day: string, language: Language): string {
  const { number, ordinal, rest } = dateParts(day, language);
  return number + ordinal + rest;
}
