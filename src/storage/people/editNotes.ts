import type { AssessmentEdit } from '../../commands/items/assessmentEdit.ts';
import type { ReviewScore } from '../../commands/items/items.ts';
import type { Note, Trace } from '../../commands/items/newRecord.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';

/** What the journal keeps of an edit: which part of the form, and the digest of what was written, not the words. */
export function editNote(applicationId: string, edit: AssessmentEdit, by: Trace): Note {
  const { part } = edit;
  const place =
    part === 'answer'
      ? { offerId: edit.offerId, criterion: edit.answer.criterion }
      : part === 'files'
        ? { offerId: edit.offerId, criterion: edit.criterion, document: edit.document }
        : part === 'facts'
          ? {
              offerId: edit.offerId,
              facts: Object.keys(edit.facts),
              ...(edit.removed && { removed: edit.removed }),
              ...(edit.confirmed && { confirmed: edit.confirmed.map(({ fact }) => fact) }),
            }
          : part === 'offer'
            ? { offerId: edit.offer.id }
            : part === 'removeOffer'
              ? { offerId: edit.offerId }
              : part === 'rival' || part === 'choice'
                ? {
                    offerId: edit.rival.offerId,
                    criterion: edit.rival.answer.criterion,
                    rival: edit.rival.id,
                  }
                : {};
  const data = { part, ...place, digest: digestOf(edit) };
  return {
    ...by,
    stream: `selfAssessments/${applicationId}`,
    facts: factsOf(edit),
    data,
  };
}

/** The same of a score. The private note is its author's alone: no trace of it is left that could not go with it. */
export function scoreNote(reviewId: string, score: ReviewScore, by: Trace): Note {
  const { note: _, ...told } = score;
  const { offerId, criterion } = score;
  const data = { offerId, criterion, digest: digestOf(told) };
  return { ...by, stream: `scores/${reviewId}`, facts: ['review.scored'], data };
}

function factsOf(edit: AssessmentEdit) {
  if (edit.part !== 'files') return ['selfAssessment.edited'] as const;
  return ['selfAssessment.edited', edit.joined ? 'evidence.attached' : 'evidence.detached'] as const;
}
