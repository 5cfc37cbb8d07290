import type { Level } from './scheme.ts';

/** Where a document proves a criterion: a page, some words of it, or both. */
export interface Passage {
  /** The `document` that is joined to the criterion. */
  readonly document: string;
  /** From 1; null where only words are given. */
  readonly page: number | null;
  /** Words as they stand in the document; empty where only a page is given. */
  readonly quote: string;
}

/** What the applicant answered to one criterion. A criterion computed from figures needs none, except where its rule has no data. */
export interface Answer {
  readonly criterion: string;
  /** The claimed level, or null when only a comment or "not applicable" was given. */
  readonly level: Level | null;
  readonly na: boolean;
  /** Name of the document that proves it. */
  readonly evidence: string;
  readonly comment: string;
  /** Documents of the evidence library that prove it (their `document`), in the order in which they were joined. */
  readonly files?: readonly string[];
  /** Where to look in those documents, at most once for each. */
  readonly passages?: readonly Passage[];
  /** Counts the saves of this answer; absent in one that was carried over and not saved since. */
  readonly revision?: number;
}

/** Value of a figure: a number, or the chosen option ("yes"/"no" for a yes-no fact). */
export type FactValue = number | string;
export type Facts = Readonly<Record<string, FactValue>>;

/** One line of the computation behind an offer's base: what it is, how much, and how much of that is made in the region. */
export interface OfferLine {
  readonly what: string;
  readonly amount: number;
  readonly here: number;
}

/** The part of an assessment that concerns one offer. */
export interface OfferAssessment {
  readonly offerId: string;
  readonly facts: Facts;
  readonly answers: readonly Answer[];
  /** How its base and the part made here were added up; absent where that was done elsewhere. */
  readonly lines?: readonly OfferLine[];
}

/** Everything an applicant claims: figures, answers, and the same per offer. */
export interface Assessment {
  readonly facts: Facts;
  readonly answers: readonly Answer[];
  readonly offers: readonly OfferAssessment[];
  /** Of a file that does not ask everything: the settled levels of the other places, as its label has them. */
  readonly carried?: Marks;
}

/** One criterion with its level as used for scoring; `na` takes it out of the calculation. */
export interface Mark {
  readonly criterion: string;
  readonly level: Level | 'na';
}

/** The marks of a file: the organisation's, and each offer's. */
export interface Marks {
  readonly organisation: readonly Mark[];
  readonly offers: readonly { readonly offerId: string; readonly marks: readonly Mark[] }[];
}
