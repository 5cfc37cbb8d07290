import type { mongo } from 'mongoose';
import type { AssessmentEdit } from '../../commands/items/assessmentEdit.ts';
import type { RivalAnswer } from '../../commands/items/items.ts';
import type { Answer } from '../../criteria/assessment.ts';
import { type Offer, offerFields, typeFact } from '../../criteria/offer.ts';

/** A change of one document: what must still be there, and what is written. */
export interface AssessmentChange {
  readonly filter: object;
  readonly update: mongo.BSON.Document;
  readonly arrayFilters?: readonly mongo.BSON.Document[];
}

type Edit<Part extends AssessmentEdit['part']> = Extract<AssessmentEdit, { readonly part: Part }>;

/**
 * The changes by which an edit may be written into a working copy: the first one whose filter matches is; none matches once
 * somebody else was quicker. Each touches one element, the rest of the document is not written.
 */
export function changesOf(edit: AssessmentEdit): AssessmentChange[] {
  switch (edit.part) {
    case 'showScores':
      return [{ filter: {}, update: { $set: { showScores: edit.showScores } } }];
    case 'declared':
      return [{ filter: {}, update: { $set: { declared: edit.declared } } }];
    case 'facts':
      return [factsChange(edit)];
    case 'answer':
      return [answerChange(edit)];
    case 'offer':
      return offerChanges(edit);
    case 'removeOffer':
      return [offerRemoval(edit)];
    case 'rival':
      return [rivalChange(edit)];
    case 'choice':
      return [choiceChange(edit)];
    case 'files':
      return filesChanges(edit);
    case 'certificate':
      return oneOfList('certificates', 'certificate', edit.held);
    case 'removeCertificate':
      return [{ filter: {}, update: { $pull: { certificates: { certificate: edit.certificate } } } }];
    case 'exchanges':
      return oneOfList('exchanges', 'criterion', edit.own);
    case 'removeExchanges':
      return [{ filter: {}, update: { $pull: { exchanges: { criterion: edit.criterion } } } }];
  }
}

function factsChange({ offerId, facts, removed, confirmed, lines }: Edit<'facts'>): AssessmentChange {
  const part = offerId === '' ? '' : 'offers.$.';
  const at = (id: string) => `${part}facts.${safe(id)}`;
  const set = {
    ...Object.fromEntries(Object.entries(facts).map(([id, value]) => [at(id), value])),
    ...(lines && { [`${part}lines`]: lines }),
  };
  const unset = Object.fromEntries((removed ?? []).map((id) => [at(id), '']));
  return {
    filter: offerId === '' ? {} : { offers: { $elemMatch: { offerId } } },
    // Nothing given is written as nothing: an empty $set would be refused.
    update: {
      ...(Object.keys(set).length > 0 && { $set: set }),
      ...(Object.keys(unset).length > 0 && { $unset: unset }),
      ...(confirmed && { $push: { confirmed: { $each: confirmed, $slice: -maxConfirmed } } }),
    },
  };
}

/** What is kept of figures confirmed: each counts while the figure has that value, so the oldest can go. */
const maxConfirmed = 500;

function offerRemoval({ offerId }: Edit<'removeOffer'>): AssessmentChange {
  return {
    filter: { 'offersNamed.id': offerId },
    update: {
      $pull: {
        offersNamed: { id: offerId },
        offers: { offerId },
        rivals: { offerId },
        confirmed: { offerId },
      },
    },
  };
}

/** Ids come from the criteria; one that would name another place in the document is a fault of ours. */
function safe(id: string): string {
  if (!/^\w[\w-]*$/.test(id)) throw new Error(`"${id}" cannot be the name of a figure`);
  return id;
}

function answerChange({ offerId, answer, before }: Edit<'answer'>): AssessmentChange {
  return { filter: unchanged(offerId, answer.criterion, before), ...written(offerId, answer, before) };
}

/** The answer as it was read is still there; or, where there was none, there is none. */
function unchanged(offerId: string, criterion: string, before: Answer | null): object {
  return answersOf(offerId).thatAre(
    before
      ? { $elemMatch: { ...before, revision: before.revision ?? { $exists: false } } }
      : { $not: { $elemMatch: { criterion } } },
  );
}

/** The answers of the organisation (`offerId` empty) or of an offer: where they stand, and how a filter asks for them. */
function answersOf(offerId: string) {
  return offerId === ''
    ? { path: 'answers', ofOffer: [], thatAre: (answers: object): object => ({ answers }) }
    : {
        path: 'offers.$[offer].answers',
        ofOffer: [{ 'offer.offerId': offerId }],
        thatAre: (answers: object): object => ({ offers: { $elemMatch: { offerId, answers } } }),
      };
}

/** The element of that answer, or one more where there was none. */
function written(
  offerId: string,
  answer: Answer,
  before: Answer | null,
): Pick<AssessmentChange, 'update' | 'arrayFilters'> {
  const { path, ofOffer } = answersOf(offerId);
  if (!before) return { update: { $push: { [path]: answer } }, arrayFilters: ofOffer };
  // Documents are joined by edits of their own: one that is joined meanwhile stays.
  const { files = [], ...others } = { ...(before.passages && { passages: [] }), ...answer };
  const sameFiles = JSON.stringify(files) === JSON.stringify(before.files ?? []);
  const parts = Object.entries(others).map(([part, value]) => [`${path}.$[answer].${part}`, value] as const);
  return {
    update: { $set: sameFiles ? Object.fromEntries(parts) : { [`${path}.$[answer]`]: answer } },
    arrayFilters: [...ofOffer, { 'answer.criterion': answer.criterion }],
  };
}

function offerChanges({ offer, max, before }: Edit<'offer'>): AssessmentChange[] {
  const { id, type } = offer;
  const replaced = {
    filter: before ? { offersNamed: { $elemMatch: unchangedOffer(before) } } : { 'offersNamed.id': id },
    update: { $set: { 'offersNamed.$[named]': offer, [`offers.$[offer].facts.${typeFact}`]: type } },
    arrayFilters: [{ 'named.id': id }, { 'offer.offerId': id }],
  };
  // Only a new one is added: one that was removed meanwhile does not come back.
  if (max === undefined) return [replaced];
  const filter = { 'offersNamed.id': { $ne: id }, [`offersNamed.${max - 1}`]: { $exists: false } };
  const answers = { offerId: id, facts: { [typeFact]: type }, answers: [] };
  return [replaced, { filter, update: { $push: { offersNamed: offer, offers: answers } } }];
}

/** A field that was left empty is still absent. */
function unchangedOffer(offer: Offer): object {
  const fields = offerFields.map((field) => [field, offer[field] ?? { $exists: false }]);
  return { id: offer.id, ...Object.fromEntries(fields) };
}

function rivalChange({ rival, before, max }: Edit<'rival'>): AssessmentChange {
  if (before) return { filter: stillOpen(before), update: { $set: { 'rivals.$': rival } } };
  return { filter: { [`rivals.${max - 1}`]: { $exists: false } }, update: { $push: { rivals: rival } } };
}

function choiceChange({ rival, before, answer }: Edit<'choice'>): AssessmentChange {
  const { offerId } = rival;
  const settled = { $pull: { rivals: { id: rival.id } } };
  const filter = { ...stillOpen(rival), ...unchanged(offerId, rival.answer.criterion, before) };
  if (!answer) return { filter, update: settled };
  const { update, arrayFilters } = written(offerId, answer, before);
  return { filter, update: { ...update, ...settled }, ...(arrayFilters && { arrayFilters }) };
}

/** The list of documents alone: what someone types in the same answer meanwhile, and its count of saves, stay as they are. */
function filesChanges({ offerId, criterion, document, joined }: Edit<'files'>): AssessmentChange[] {
  const { path, ofOffer, thatAre: one } = answersOf(offerId);
  const list = { [`${path}.$[answer].files`]: document };
  const passages = { [`${path}.$[answer].passages`]: { document } };
  const there: AssessmentChange = {
    filter: one({ $elemMatch: { criterion } }),
    update: joined ? { $addToSet: list } : { $pull: { ...list, ...passages } },
    arrayFilters: [...ofOffer, { 'answer.criterion': criterion }],
  };
  if (!joined) return [there];
  const answer: Answer = { criterion, level: null, na: false, evidence: '', comment: '', files: [document] };
  const none = one({ $not: { $elemMatch: { criterion } } });
  return [there, { filter: none, update: { $push: { [path]: answer } }, arrayFilters: ofOffer }];
}

/** An element of a list in the place of the one with the same key, or one more. */
function oneOfList<Key extends string>(
  list: string,
  key: Key,
  element: Readonly<Record<Key, string>>,
): AssessmentChange[] {
  const at = `${list}.${key}`;
  return [
    { filter: { [at]: element[key] }, update: { $set: { [`${list}.$`]: element } } },
    { filter: { [at]: { $ne: element[key] } }, update: { $push: { [list]: element } } },
  ];
}

function stillOpen({ id, answer }: RivalAnswer): object {
  return { rivals: { $elemMatch: { id, 'answer.revision': answer.revision } } };
}
