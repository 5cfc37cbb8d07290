import type { Connection, mongo } from 'mongoose';
import type { YearCounts } from '../../commands/ports/exchangePorts.ts';

interface Found {
  readonly totals: readonly Pick<YearCounts, 'conversations' | 'deals' | 'valued' | 'value'>[];
  readonly lastValues: readonly { readonly value: number }[];
  readonly flows: YearCounts['flows'];
  readonly bodies: YearCounts['bodies'];
}

const isDeal = { $match: { isDeal: true } };
const sum = (of: mongo.Document | number) => ({ $sum: of });
const lookUp = (from: string, localField: string, as: string) => ({
  $lookup: { from, localField, foreignField: '_id', as },
});
const sectorOf = (as: string) => ({ $ifNull: [{ $first: `$${as}.sector` }, null] });

/** What came of exchanges between two instants: needs published then, and conversations in which both sides had written by then. */
export async function countYear(connection: Connection, from: string, to: string): Promise<YearCounts> {
  const within = { $gte: from, $lt: to };
  const needs = connection.collection('needs');
  const pipeline = [
    { $match: { answeredAt: within } },
    {
      $project: {
        ...{ needId: 1, organisationId: 1, writerId: 1 },
        isDeal: { $in: ['deal', '$outcomes.outcome'] },
        // Of two values the smaller one; null counts for none.
        value: { $min: '$outcomes.value' },
        saidAt: { $max: '$outcomes.at' },
      },
    },
    {
      $facet: {
        totals: [
          {
            $group: {
              ...{ _id: null, conversations: sum(1) },
              deals: sum({ $cond: ['$isDeal', 1, 0] }),
              valued: sum({ $cond: [{ $gt: ['$value', null] }, 1, 0] }),
              value: { $sum: '$value' },
            },
          },
          { $project: { _id: 0 } },
        ],
        lastValues: [
          { $match: { value: { $ne: null } } },
          { $sort: { saidAt: -1, _id: -1 } },
          { $limit: 4 },
          { $project: { _id: 0, value: 1 } },
        ],
        flows: [
          isDeal,
          lookUp('needs', 'needId', 'need'),
          // Partners of a project buy nothing from each other.
          { $match: { 'need.kind': 'need' } },
          lookUp('organisations', 'organisationId', 'buyer'),
          lookUp('organisations', 'writerId', 'seller'),
          {
            $group: {
              _id: { buyer: sectorOf('buyer'), seller: sectorOf('seller') },
              deals: sum(1),
              buyers: { $addToSet: '$organisationId' },
              sellers: { $addToSet: '$writerId' },
            },
          },
          {
            $project: {
              ...{ _id: 0, buyer: '$_id.buyer', seller: '$_id.seller', deals: 1 },
              organisations: { $size: { $setUnion: ['$buyers', '$sellers'] } },
            },
          },
        ],
        bodies: [
          isDeal,
          { $project: { side: ['$organisationId', '$writerId'] } },
          { $unwind: '$side' },
          { $group: { _id: '$side', deals: sum(1) } },
          { $project: { _id: 0, id: '$_id', deals: 1 } },
        ],
      },
    },
  ];
  const [published, found, [counted]] = await Promise.all([
    needs.countDocuments({ publishedAt: within }),
    needs.countDocuments({ publishedAt: within, state: 'closed', 'context.outcome': 'foundHere' }),
    connection.collection('conversations').aggregate<Found>(pipeline).toArray(),
  ]);
  const [totals = { conversations: 0, deals: 0, valued: 0, value: 0 }] = counted?.totals ?? [];
  const { lastValues = [], flows = [], bodies = [] } = counted ?? {};
  return {
    ...{ needs: published, found, ...totals, flows, bodies },
    lastValues: lastValues.map(({ value }) => value),
  };
}
