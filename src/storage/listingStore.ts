import type { Connection, mongo } from 'mongoose';
import type { Application } from '../commands/items/items.ts';
import type { FrozenName, ListedFile, Listing } from '../commands/ports/listingPorts.ts';
import type { View } from '../policies/view.ts';
import { applicants } from './application/applicants.ts';
import { findRows } from './database/database.ts';

import { visible } from './database/visible.ts';
import { bulkStore } from './desk/bulkStore.ts';
import { countingStore } from './desk/countingStore.ts';

import { deskStore } from './desk/deskStore.ts';

import { jobStore } from './desk/jobStore.ts';
import { savedViewStore } from './desk/savedViewStore.ts';

import { mailStore } from './letters/mailStore.ts';

/** Not "not null": of a null, no index tells whether it is one. */
const submitted = { submittedAt: { $gt: '' } };
const answerTimes = { 'information.askedAt': 1, 'information.dueAt': 1, 'information.answeredAt': 1 };
const listed = { state: 1, submittedAt: 1, context: 1, ...answerTimes };
const named = { applicationId: 1, 'content.organisation.name': 1, 'content.organisation.commune': 1 };

type Frozen = Readonly<{ id: string; applicationId: string; content: { organisation: FrozenName } }>;

/** Lists of files, as a view shows them. */
export function listingStore(connection: Connection, view: View): Listing {
  const shown = visible(view);
  const inView = (filter: object) => ({ $and: [filter, ...shown('applications')] });
  const files = (filter: object, options?: mongo.FindOptions) =>
    findRows<ListedFile>(connection, 'applications', inView(filter), { projection: listed, ...options });
  return {
    submittedIn: (states, limit, last = '') =>
      files({ state: { $in: [...states] }, _id: { $gt: last }, ...submitted }, { sort: { _id: 1 }, limit }),
    countIn: async (states) => {
      const counts = await connection
        .collection('applications')
        .aggregate<{ _id: Application['state']; n: number }>([
          { $match: inView({ state: { $in: [...states] }, ...submitted }) },
          { $group: { _id: '$state', n: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(counts.map(({ _id, n }) => [_id, n]));
    },
    applications: (ids) => files({ _id: { $in: [...ids] } }),
    frozenNames: async (of) => {
      const last = of.map(({ id, context }) => `${id}.${context.snapshots}`);
      const filter = { $and: [{ _id: { $in: last } }, ...shown('snapshots')] };
      const found = await findRows<Frozen>(connection, 'snapshots', filter, { projection: named });
      return new Map(found.map(({ applicationId, content }) => [applicationId, content.organisation]));
    },
    applicants: applicants(connection, shown),
    ...deskStore(connection, shown),
    ...mailStore(connection, shown),
    ...savedViewStore(connection),
    ...bulkStore(connection, shown),
    ...countingStore(connection, view),
    ...jobStore(connection, shown),
  };
}
