import { partsOfFacts } from '../../../src/policies/partOfFact.ts';
import { type Part, partsOf, type StoredParts } from '../../../src/policies/parts.ts';
import type { Who } from '../../../src/policies/who.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import type { ApplicationState, ReviewState, StoredReview } from '../../../src/workflow/stored.ts';
import { starts } from '../../workflow/support/starts.ts';

const me = 'ME';
const others = { reviewId: 'other', personId: 'OTHER', delivered: true };

interface Kept {
  context: (typeof starts.application)['context'];
  reviews: Pick<StoredReview, 'state' | 'context'>[];
  stored: StoredParts;
  who: Who;
}

const asked = (kept: Kept, state: ReviewState): Kept => ({
  ...kept,
  reviews: [
    ...kept.reviews,
    {
      state,
      context: {
        reviewId: `review-${kept.reviews.length}`,
        applicationId: kept.context.applicationId,
        personId: me,
        dueAt: '2026-12-01T00:00:00.000Z',
      },
    },
  ],
});
const inContext = (kept: Kept, change: Partial<Kept['context']>): Kept => ({
  ...kept,
  context: { ...kept.context, ...change },
});
const inStored = (kept: Kept, change: Partial<StoredParts>): Kept => ({
  ...kept,
  stored: { ...kept.stored, ...change },
});
const byJournal = (kept: Kept, ...facts: readonly DomainEvent[]): Kept =>
  inStored(kept, { byJournal: [...kept.stored.byJournal, ...partsOfFacts(facts)] });

/** How each part comes to be kept: in the file, its reviews, its journal, a session, an appeal or the register of ties. */
const keep: Readonly<Record<Part, (kept: Kept) => Kept>> = {
  organisation: (kept) => ({
    ...kept,
    who: { ...kept.who, memberships: [{ organisationId: kept.context.organisationId, role: 'reader' }] },
  }),
  tie: (kept) => inStored(kept, { tied: true }),
  applied: (kept) => byJournal(kept, 'application.submitted'),
  screened: (kept) => inContext(kept, { screenedBy: me }),
  turnedAway: (kept) => inContext(kept, { screenedBy: me, outcome: 'refused', deciders: [] }),
  staffed: (kept) => byJournal(kept, 'application.staffed'),
  invited: (kept) => asked(kept, 'invited'),
  asked: (kept) => asked(kept, 'declined'),
  scored: (kept) =>
    inContext(asked(kept, 'delivered'), {
      reviewers: [{ reviewId: 'own', personId: me, delivered: true }, others],
    }),
  moderated: (kept) => inContext(kept, { moderatedBy: me }),
  earlier: (kept) => inContext(kept, { earlierPeople: ['SOMEONE', me] }),
  recommended: (kept) => inContext(kept, { rapporteur: me }),
  voted: (kept) => inStored(kept, { voted: true }),
  decided: (kept) => inContext(kept, { deciders: [me, 'OTHER'], outcome: 'granted' }),
  announced: (kept) => byJournal(kept, 'application.granted'),
  formedPanel: (kept) => byJournal(kept, 'appeal.panelFormed'),
  judged: (kept) => inStored(kept, { onPanel: true }),
  kept: (kept) => byJournal(kept, 'label.suspended'),
  visited: (kept) => byJournal(kept, 'application.visitRecorded'),
  checked: (kept) => byJournal(kept, 'finding.closed'),
  wrote: (kept) => byJournal(kept, 'correspondence.written'),
  owned: (kept) => inStored(kept, { owned: true }),
  handledComplaint: (kept) => byJournal(kept, 'complaint.answered'),
};

/** The parts that are read back from a file, in a state, in which a person was given some. */
export function heldParts(given: readonly Part[], state: ApplicationState): ReadonlySet<Part> {
  const kept = given.reduce<Kept>((before, part) => keep[part](before), {
    context: starts.application.context,
    reviews: [],
    stored: { byJournal: [], voted: false, onPanel: false, owned: false, tied: false },
    who: { id: me, roles: ['reviewer', 'officer', 'committee', 'chair'], memberships: [] },
  });
  const { who, context, reviews, stored } = kept;
  return partsOf(who, { application: { state, context }, reviews }, stored);
}
