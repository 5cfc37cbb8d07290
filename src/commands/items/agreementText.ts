import * as z from 'zod';
import type { Language } from '../../criteria/scheme.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';

const text = z.string().trim().min(1);

/** What a file of the agreement says. */
export const agreementShape = z.strictObject({
  /** False until a person of that language has read it; French binds. */
  reviewed: z.boolean(),
  title: text,
  preamble: text,
  articles: z.array(z.strictObject({ title: text, text })).min(1),
});

/** The holder's duties in one language. */
export type AgreementText = Readonly<z.infer<typeof agreementShape>>;

/** The agreement that is signed today. */
export interface Agreement {
  readonly version: string;
  readonly texts: Readonly<Record<Language, AgreementText>>;
}

/** Who signed which text of the holder's duties, and when. */
export interface SignedAgreement {
  readonly version: string;
  readonly language: Language;
  /** sha-256 (hex) of exactly the text that was shown. */
  readonly textDigest: string;
  /** As they wrote it, and what they are in the organisation. */
  readonly name: string;
  readonly role: string;
  readonly personId: string;
  readonly at: string;
  /** sha-256 (hex) of all of this, with the file, the label's number and the conditions. */
  readonly digest: string;
  /** Under which digest the printed agreement is kept. */
  readonly paper: string;
}

/** sha-256 (hex) of exactly the words that are shown and signed in a language. */
export function agreementDigest({ version, texts }: Agreement, language: Language): string {
  const { title, preamble, articles } = texts[language];
  return digestOf({ version, language, title, preamble, articles });
}
