import { partsOfFacts } from '../../../src/policies/partOfFact.ts';
import { type Deeds, type Part, partsOf } from '../../../src/policies/parts.ts';
import type { Who } from '../../../src/policies/who.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import type { ApplicationState, ReviewState, StoredReview } from '../../../src/workflow/stored.ts';
import { starts } from '../../workflow/support/starts.ts';

const me = 'ME';
const others = { reviewId: 'other', personId: 'OTHER', delivered: true };

interface Kept {
  context: (typeof starts.application)['context'];
  reviews: Pick<StoredReview, 'state' | 'context'>[];
  deeds: Deeds;
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
const inDeeds = (kept: Kept, change: Partial<Deeds>): Kept => ({
  ...kept,
  deeds: { ...kept.deeds, ...change },
});
const told = (kept: Kept, ...facts: readonly DomainEvent[]): Kept =>
  inDeeds(kept, { told: [...kept.deeds.told, ...partsOfFacts(facts)] });

/** How each part comes to be kept: in the file, its reviews, its journal, a session, an appeal or the register of ties. */
const keep: Readonly<Record<Part, (kept: Kept) => Kept>> = {
  organisation: (kept) => ({
    ...kept,
    who: { ...kept.who, memberships: [{ organisationId: kept.context.organisationId, role: 'reader' }] },
  }),
  tie: (kept) => inDeeds(kept, { tied: true }),
  applied: (kept) => told(kept, 'application.submitted'),
  screened: (kept) => inContext(kept, { screenedBy: me }),
  turnedAway: (kept) => inContext(kept, { screenedBy: me, outcome: 'refused', deciders: [] }),
  staffed: (kept) => told(kept, 'application.staffed'),
  invited: (kept) => asked(kept, 'invited'),
  asked: (kept) => asked(kept, 'declined'),
  scored: (kept) =>
    inContext(asked(kept, 'delivered'), {
      reviewers: [{ reviewId: 'own', personId: me, delivered: true }, others],
    }),
  moderated: (kept) => inContext(kept, { moderatedBy: me }),
  earlier: (kept) => inContext(kept, { earlierPeople: ['SOMEONE', me] }),
  recommended: (kept) => inContext(kept, { rapporteur: me }),
  voted: (kept) => inDeeds(kept, { voted: true }),
  decided: (kept) => inContext(kept, { deciders: [me, 'OTHER'], outcome: 'granted' }),
  announced: (kept) => told(kept, 'application.granted'),
  formedPanel: (kept) => told(kept, 'appeal.panelFormed'),
  judged: (kept) => inDeeds(kept, { onPanel: true }),
};

/** The parts that are read back from a file, in a state, in which a person was given some. */
export function heldParts(given: readonly Part[], state: ApplicationState): ReadonlySet<Part> {
  const kept = given.reduce<Kept>((before, part) => keep[part](before), {
    context: starts.application.context,
    reviews: [],
    deeds: { told: [], voted: false, onPanel: false, tied: false },
    who: { id: me, roles: ['reviewer', 'officer', 'committee', 'chair'], memberships: [] },
  });
  const { who, context, reviews, deeds } = kept;
  return partsOf(who, { application: { state, context }, reviews }, deeds);
}
