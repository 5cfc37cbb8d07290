import { contentOf } from './answerContent.ts';
import type { Answer, Assessment, Facts } from './assessment.ts';
import { type Offer, offerFields } from './offer.ts';

/** A document of the evidence library in its revision that counts. */
export interface ComparedDocument {
  readonly document: string;
  readonly name: string;
  readonly digest: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** One state of a file. */
export interface Compared {
  readonly assessment: Assessment;
  readonly offers: readonly Offer[];
  readonly evidence: readonly ComparedDocument[];
}

/** An answer of which some parts are others; null where nothing was answered. */
export type AnswerDifference = ReturnType<typeof answersOf>[number];

/** Something that is new (`before` null), gone (`after` null) or another one. */
export interface ThingDifference<Thing> {
  readonly before: Thing | null;
  readonly after: Thing | null;
}

/**
 * What is not the same in two states of a file, place by place, in the order of the later state. Of an offer that is new
 * or gone only the offer itself is named, not each of its figures and answers. How often something was saved is no difference.
 */
export function differencesOf(before: Compared, after: Compared) {
  const scopes = scopesOf(before, after);
  return {
    facts: scopes.flatMap(({ offerId, was, is }) => factsOf(offerId, was.facts, is.facts)),
    answers: scopes.flatMap(({ offerId, was, is }) => answersOf(offerId, was.answers, is.answers)),
    offers: thingsOf(before.offers, after.offers, ({ id }) => id, sameOffer),
    evidence: thingsOf(before.evidence, after.evidence, ({ document }) => document, sameDocument),
  };
}

/** The organisation's part, and that of each offer which both states have. */
function scopesOf(before: Compared, after: Compared) {
  const inBoth = after.offers.filter(({ id }) => before.offers.some((offer) => offer.id === id));
  const partOf = ({ assessment }: Compared, offerId: string) =>
    assessment.offers.find((offer) => offer.offerId === offerId) ?? { facts: {}, answers: [] };
  return [
    { offerId: '', was: before.assessment, is: after.assessment },
    ...inBoth.map(({ id }) => ({ offerId: id, was: partOf(before, id), is: partOf(after, id) })),
  ];
}

/** Figures that are others; null where one was not given. `offerId` is empty for the organisation's. */
function factsOf(offerId: string, was: Facts, is: Facts) {
  const ids = [...new Set([...Object.keys(is), ...Object.keys(was)])].sort();
  return ids
    .map((fact) => ({ offerId, fact, before: was[fact] ?? null, after: is[fact] ?? null }))
    .filter(({ before, after }) => before !== after);
}

function answersOf(offerId: string, was: readonly Answer[], is: readonly Answer[]) {
  const ids = [...new Set([...is, ...was].map(({ criterion }) => criterion))].sort();
  const of = (answers: readonly Answer[], id: string) =>
    answers.find(({ criterion }) => criterion === id) ?? null;
  return ids.flatMap((criterion) => {
    const [before, after] = [of(was, criterion), of(is, criterion)];
    const parts = partsApart(before, after);
    return parts.length === 0 ? [] : [{ offerId, criterion, parts, before, after }];
  });
}

/** An answer with nothing in it says as much as none. */
function partsApart(before: Answer | null, after: Answer | null) {
  const [was, is] = [comparable(before), comparable(after)];
  return (['level', 'na', 'comment', 'evidence', 'files', 'passages'] as const).filter(
    (part) => was[part] !== is[part],
  );
}

/** The order of files, and of passages in them, is no difference. */
function comparable(answer: Answer | null) {
  const { files = [], passages = [], ...content } = contentOf(answer);
  const told = passages.map(({ document, page, quote }) => JSON.stringify([document, page, quote]));
  return { ...content, files: files.toSorted().join(' '), passages: told.toSorted().join(' ') };
}

function thingsOf<Thing>(
  was: readonly Thing[],
  is: readonly Thing[],
  idOf: (thing: Thing) => string,
  same: (a: Thing, b: Thing) => boolean,
): ThingDifference<Thing>[] {
  const earlier = new Map(was.map((thing) => [idOf(thing), thing]));
  const remaining = new Set(is.map(idOf));
  return [
    ...is
      .map((after) => ({ before: earlier.get(idOf(after)) ?? null, after }))
      .filter(({ before, after }) => before === null || !same(before, after)),
    ...was.filter((thing) => !remaining.has(idOf(thing))).map((before) => ({ before, after: null })),
  ];
}

function sameOffer(a: Offer, b: Offer): boolean {
  return offerFields.every((field) => a[field] === b[field]);
}

function sameDocument(a: ComparedDocument, b: ComparedDocument): boolean {
  return a.digest === b.digest && a.name === b.name && a.from === b.from && a.until === b.until;
}
