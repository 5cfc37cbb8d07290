import type * as z from 'zod';
import type { Language } from '../profile/profile.ts';
import type { schemeShape } from './schemeShape.ts';
import type { textShape } from './textShape.ts';

/** The languages of the label, and the first of them, which binds (docs/design/experience.md#languages). */
export { bindingLanguage, type Language, languages } from '../profile/profile.ts';

/** Level of a criterion: 0 no or below the law, 1 first steps, 2 in place, 3 advanced, 4 exemplary. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** The two cycles of a label: a first request, and every renewal after it. */
export type Cycle = 'first' | 'renewal';

export type Scope = 'organisation' | 'offer';

type Fixed<T> = { readonly [Key in keyof T]: Fixed<T[Key]> };

/** A published version of the rules. It never changes: a test pins its digest. */
export type Scheme = Fixed<z.infer<typeof schemeShape>>;
/** A figure asked once; criteria are computed from figures. */
export type FactRule = Scheme['facts'][number];
export type Criterion = Scheme['criteria'][number];
/** How a level follows from figures: the level is the number of thresholds reached. */
export type NumberRule = NonNullable<Criterion['number']>;
export type Theme = Scheme['themes'][number];

/** The wording of a scheme in one language, by id. */
export type SchemeText = Fixed<z.infer<typeof textShape>> & { readonly language: Language };

/** A scheme with its texts and the digest of the files it was read from. */
export interface PublishedScheme {
  readonly scheme: Scheme;
  readonly texts: Readonly<Record<Language, SchemeText>>;
  /** What binds: scheme.yaml, its status apart, and its text in the language that binds, with a zero byte between them. */
  readonly rules: string;
  /** sha-256 (hex) of the rules; named by every snapshot. */
  readonly digest: string;
}
