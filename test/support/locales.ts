import type { Language } from '../../src/criteria/scheme.ts';
import { type Locale, loadLocale } from '../../src/i18n/loadLocales.ts';

const folder = new URL('../../templates/locales/', import.meta.url);

/** The words of every language. */
export const locales: Readonly<Record<Language, Locale>> = {
  fr: loadLocale(folder, 'fr'),
  de: loadLocale(folder, 'de'),
  it: loadLocale(folder, 'it'),
  en: loadLocale(folder, 'en'),
};
