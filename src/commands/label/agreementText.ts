import type { Language } from '../../criteria/scheme.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';

/** The holder's duties in one language. */
export interface AgreementText {
  /** False until a person of that language has read it; French binds. */
  readonly reviewed: boolean;
  readonly title: string;
  readonly preamble: string;
  readonly articles: readonly { readonly title: string; readonly text: string }[];
}

/** The agreement that is signed today. */
export interface Agreement {
  readonly version: string;
  readonly texts: Readonly<Record<Language, AgreementText>>;
}

/** sha-256 (hex) of exactly the words that are shown and signed in a language. */
export function agreementDigest({ version, texts }: Agreement, language: Language): string {
  const { title, preamble, articles } = texts[language];
  return digestOf({ version, language, title, preamble, articles });
}
