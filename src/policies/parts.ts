import type { StoredApplication, StoredReview } from '../workflow/stored.ts';
import { belongsTo } from './organisation.ts';
import { isModeration } from './reviewTask.ts';
import type { Who } from './who.ts';

/** What a person can have to do with a file: through an organisation, or by what they did on its way, in whatever round. */
export const parts = [
  /** Belongs to the applicant's organisation. */
  'organisation',
  /** Is barred by a tie to it. */
  'tie',
  /** Acted for the applicant, whether they still belong to it or not. */
  'applied',
  /** Found it admissible, or asked the applicant for something. */
  'screened',
  /** Turned it away at its screening: that is a decision. */
  'turnedAway',
  /** Invited, released or handed it over to its reviewers. */
  'staffed',
  /** Is invited to score or settle it, and did not answer yet. */
  'invited',
  /** Was asked to score or settle it and does not: declined, or taken out before the file was theirs. */
  'asked',
  /** Scores or scored it. */
  'scored',
  /** Settles or settled its diverging scores. */
  'moderated',
  /** Had a part in a round that counts no more. */
  'earlier',
  /** Wrote its recommendation. */
  'recommended',
  /** Voted on it, whatever became of the vote. */
  'voted',
  /** Is one of those who decided it. */
  'decided',
  /** Announced its decision. */
  'announced',
  /** Named those who judge an appeal on it. */
  'formedPanel',
  /** Let an appeal on it in or not, or sits on a panel. */
  'judged',
  /** Watched over its label: suspended or restored it, proposed to withdraw it, changed what it covers. */
  'kept',
  /** Recorded a visit or a call to the applicant. */
  'visited',
  /** Judged what was done about a finding. */
  'checked',
  /** Wrote on it: a message to the applicant, or a note for colleagues. */
  'wrote',
  /** Was responsible for it, for its label or for a complaint about it, now or before. */
  'owned',
  /** Handled a complaint about its label. */
  'handledComplaint',
] as const;
export type Part = (typeof parts)[number];

/** A submitted file with its reviews, as far as policies look at it. */
export interface File {
  readonly application: Pick<StoredApplication, 'state' | 'context'>;
  readonly reviews: readonly Pick<StoredReview, 'state' | 'context'>[];
}

/** What is stored beside a file about one person: their lines in its journal, votes, panels, casework, ties. */
export interface StoredParts {
  /** Parts taken by lines of the journal (policies/partOfFact.ts). */
  readonly byJournal: readonly Part[];
  readonly voted: boolean;
  readonly onPanel: boolean;
  readonly owned: boolean;
  readonly tied: boolean;
}

const none: StoredParts = { byJournal: [], voted: false, onPanel: false, owned: false, tied: false };

/** Every part of a person in a file; without `stored`, those that the file and its reviews show by themselves. */
export function partsOf(
  who: Who,
  { application: { context }, reviews }: File,
  stored: StoredParts = none,
): ReadonlySet<Part> {
  const { id } = who;
  const own = reviews.filter(
    (r) => r.context.personId === id && r.context.applicationId === context.applicationId,
  );
  const inState = (...states: readonly StoredReview['state'][]) =>
    own.some(({ state }) => states.includes(state));
  const isIn = (task: typeof own) => task.some(({ state }) => state === 'scoring' || state === 'delivered');
  const screened = context.screenedBy === id;
  // Nobody decided on what was turned away: there are reasons, and no committee.
  const turnedAway = screened && context.outcome === 'refused' && context.deciders.length === 0;
  const holds: Readonly<Record<Part, boolean>> = {
    organisation: belongsTo(who, context.organisationId),
    tie: stored.tied,
    applied: false,
    screened,
    turnedAway,
    staffed: false,
    invited: inState('invited'),
    asked: inState('declined', 'voided'),
    scored:
      isIn(own.filter((review) => !isModeration(review))) ||
      context.reviewers.some(({ personId }) => personId === id),
    moderated: context.moderatedBy === id || isIn(own.filter(isModeration)),
    earlier: context.earlierPeople.includes(id),
    recommended: context.rapporteur === id,
    voted: stored.voted,
    decided: context.deciders.includes(id),
    announced: false,
    formedPanel: false,
    judged: stored.onPanel,
    kept: false,
    visited: false,
    checked: false,
    wrote: false,
    owned: stored.owned,
    handledComplaint: false,
  };
  return new Set([...parts.filter((part) => holds[part]), ...stored.byJournal]);
}
