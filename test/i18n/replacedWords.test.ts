import { expect } from 'chai';
import { type Language, languages } from '../../src/criteria/scheme.ts';
import { locales } from '../support/locales.ts';

interface Replaced {
  readonly was: RegExp;
  readonly now: string;
  /** Phrases in which the word means something else. */
  readonly unless?: RegExp;
}

/** Words that readers misunderstood or found odd, with what replaced them. */
const replaced: Readonly<Record<Language, readonly Replaced[]>> = {
  fr: [
    {
      was: /\blettres?\b/iu,
      now: 'e-mail',
      unless:
        /lettres? de décision|seule lettre|à la lettre près|Lettres des noms|avec nos lettres|Une lettre en imite|porte la lettre|vos pages, de vos lettres, de vos affiches|Pour une page, une lettre|Pour une boîte aux lettres/giu,
    },
    { was: /\bcourrier/iu, now: 'e-mail, messagerie' },
  ],
  de: [
    {
      was: /brief(?!tasche)/iu,
      now: 'E-Mail',
      unless: /Entscheidbrief|Seiten, Briefen, Plakaten|Für eine Seite, einen Brief|Für einen Briefkasten/gu,
    },
  ],
  it: [
    {
      was: /\bletter[ae]\b/iu,
      now: 'e-mail',
      unless:
        /lettera di decisione|sola lettera|Lettere dei nomi|con le nostre lettere|Una lettera ne imita|porta la lettera|pagine, lettere, affissi|Per una pagina, una lettera|cassetta delle lettere/giu,
    },
  ],
  en: [
    {
      was: /\bletters?\b/iu,
      now: 'e-mail',
      unless:
        /letter of (?:the )?decision|(?:single|one) letter|Letters of the names|with our letters|A letter looks like|carries the letter|pages, letters, posters|For a page, a letter|letter box|data\/letters\.json/giu,
    },
  ],
};

/** A message without the names of its parameters. */
const textOf = (message: string) => message.replaceAll(/\{\w+(?=[,}])/gu, '');

describe('the words that were replaced', () => {
  for (const language of languages)
    for (const { was, now, unless } of replaced[language])
      it(`are gone in ${language}: ${was.source} is "${now}"`, () => {
        const messages = Object.entries(locales[language].messages);
        const left = messages.filter(([, message]) =>
          was.test(textOf(message).replaceAll(unless ?? /$^/gu, '')),
        );
        expect(left).to.deep.equal([]);
      });
});
