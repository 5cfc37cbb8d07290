import type { AssessmentEdit } from '../../commands/items/assessmentEdit.ts';
import type { ReviewScore } from '../../commands/items/items.ts';
import type { Note, Trace } from '../../commands/items/newRecord.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';

/** What the journal keeps of an edit: which part of the form, and the digest of what was written, not the words. */
export function editNote(applicationId: string, edit: AssessmentEdit, by: Trace): Note {
  const data = { part: edit.part, ...placeOf(edit), digest: digestOf(edit) };
  const stream = `selfAssessments/${applicationId}`;
  if (edit.part !== 'files') return { ...by, stream, facts: ['selfAssessment.edited'], data };
  const attached = edit.joined ? 'evidence.attached' : 'evidence.detached';
  return { ...by, stream, facts: ['selfAssessment.edited', attached], data };
}

function placeOf(edit: AssessmentEdit): object {
  switch (edit.part) {
    case 'showScores':
    case 'declared':
      return {};
    case 'answer':
      return { offerId: edit.offerId, criterion: edit.answer.criterion };
    case 'files':
      return { offerId: edit.offerId, criterion: edit.criterion, document: edit.document };
    case 'facts': {
      const { offerId, facts, removed, confirmed } = edit;
      const data = { offerId, facts: Object.keys(facts), ...(removed && { removed }) };
      return confirmed ? { ...data, confirmed: confirmed.map(({ fact }) => fact) } : data;
    }
    case 'offer':
      return { offerId: edit.offer.id };
    case 'removeOffer':
      return { offerId: edit.offerId };
    case 'certificate':
      return { certificate: edit.held.certificate };
    case 'removeCertificate':
      return { certificate: edit.certificate };
    case 'exchanges':
      return { criterion: edit.own.criterion };
    case 'removeExchanges':
      return { criterion: edit.criterion };
    case 'rival':
    case 'choice': {
      const { id: rival, offerId, answer } = edit.rival;
      return { offerId, criterion: answer.criterion, rival };
    }
  }
}

/** The same of a score. The private note is its author's alone: no trace of it is left that could not go with it. */
export function scoreNote(reviewId: string, score: ReviewScore, by: Trace): Note {
  const { note: _, ...shared } = score;
  const data = { offerId: score.offerId, criterion: score.criterion, digest: digestOf(shared) };
  return { ...by, stream: `scores/${reviewId}`, facts: ['review.scored'], data };
}
