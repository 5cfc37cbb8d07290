import type { Connection } from 'mongoose';
import type { Application, Review, Score } from '../../../src/commands/items/items.ts';
import { criteriaOf } from '../../../src/criteria/criteriaOf.ts';
import type { Level } from '../../../src/criteria/scheme.ts';
import { withKey } from '../../../src/storage/database/database.ts';
import { starts } from '../../workflow/support/starts.ts';
import { organisationOf, snapshotOf } from './manyFiles.ts';
import { realScheme } from './realScheme.ts';

const { application, review } = starts;
const item = { revision: 1, head: { seq: 1, hash: 'f'.repeat(64) } };
const criteria = criteriaOf(realScheme().scheme, 'organisation');

/** How someone scores: the level of the nth criterion of a file. */
export type Scoring = (file: number, criterion: number) => Level | 'na';

/** Two people who scored some files, and what a third one settled. */
export interface Evaluated {
  readonly files: number;
  readonly people: readonly [string, string];
  readonly scoring: readonly [Scoring, Scoring];
  readonly state?: Application['state'];
  /** Days of acceptance and delivery. */
  readonly days?: readonly [string, string];
  /** The number of the first file. */
  readonly from?: number;
}

/** Writes evaluated files past all rules, four of each organisation; gives them. */
export async function manyEvaluations(
  connection: Connection,
  { files, people, scoring, state = 'granted', days = ['2026-03-02', '2026-03-09'], from = 0 }: Evaluated,
): Promise<readonly Application[]> {
  const numbers = Array.from({ length: files }, (_, n) => from + n);
  const all = numbers.map((n) => fileOf(n, people, state));
  const reviews = numbers.flatMap((n) =>
    people.map((id, seat) => reviewOf(n, seat, id, scoring[seat === 0 ? 0 : 1])),
  );
  const lines = reviews.flatMap(({ id }) =>
    (['review.accepted', 'review.delivered'] as const).map((fact, i) => ({
      id: `${id}-${i}`,
      stream: `reviews/${id}`,
      seq: i + 1,
      at: `${days[i]}T10:00:00.000Z`,
      facts: [fact],
    })),
  );
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  await collection('snapshots').insertMany(all.map(snapshotOf).map(withKey));
  await collection('applications').insertMany(all.map(withKey));
  await collection('reviews').insertMany(reviews.map(withKey));
  await collection('records').insertMany(lines.map(withKey));
  return all;
}

function fileOf(n: number, people: readonly string[], state: Application['state']): Application {
  const id = `A-2026-${String(n).padStart(6, '0')}`;
  const reviewers = people.map((personId, seat) => ({
    reviewId: reviewId(n, seat),
    personId,
    delivered: true,
  }));
  return {
    ...item,
    ...application,
    id,
    state,
    context: {
      ...application.context,
      applicationId: id,
      organisationId: organisationOf(n),
      reviewers,
      snapshots: 1,
    },
    startedAt: '2026-01-01T00:00:00.000Z',
    submittedAt: '2026-02-01T00:00:00.000Z',
    moderation: [],
    recommendation: null,
    decisionReason: '',
  };
}

function reviewOf(n: number, seat: number, personId: string, scoring: Scoring): Review {
  const id = reviewId(n, seat);
  const applicationId = `A-2026-${String(n).padStart(6, '0')}`;
  return {
    ...item,
    ...review,
    id,
    state: 'delivered',
    context: { ...review.context, reviewId: id, applicationId, personId },
    organisationId: organisationOf(n),
    substitute: false,
    invitedAt: '2026-03-01T00:00:00.000Z',
    scores: criteria.map(
      (criterion, i): Score => ({
        offerId: '',
        criterion: criterion.id,
        level: scoring(n, i),
        comment: 'Un mot.',
      }),
    ),
  };
}

function reviewId(n: number, seat: number): string {
  return `R${String(n).padStart(8, '0')}${seat}`;
}
