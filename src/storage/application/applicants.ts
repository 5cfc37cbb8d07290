import type { Connection } from 'mongoose';
import type { Listing } from '../../commands/ports/listingPorts.ts';
import type { Visible } from '../database/visible.ts';

/** Without capitals and accents, as the index of names is kept. */
const beginnings = { locale: 'fr', strength: 1 } as const;
/** Comes after every letter in that order (Unicode technical standard 35, part 5). */
const end = '\uffff';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Goes along the names a page at a time and keeps those of organisations with a submitted file, until it has enough. */
export function applicants(connection: Connection, visible: Visible): Listing['applicants'] {
  return async (beginning, limit, last) => {
    const found: Named[] = [];
    for (let place: Named | undefined = last; found.length < limit; ) {
      const page = await namesAfter(connection, visible, beginning, limit, place);
      const withFile = await submittedBy(connection, page);
      found.push(...page.filter(({ id }) => withFile.has(id)));
      if (page.length < limit) break;
      place = page.at(-1);
    }
    return found.slice(0, limit);
  };
}

async function namesAfter(
  connection: Connection,
  visible: Visible,
  beginning: string,
  limit: number,
  place: Named | undefined,
): Promise<Named[]> {
  const conditions = [
    { name: { $gte: beginning, $lt: `${beginning}${end}` } },
    ...(place ? [{ name: { $gte: place.name } }, laterThan(place)] : []),
    ...visible('organisations'),
  ];
  const names = await connection
    .collection<{ _id: string; name: string }>('organisations')
    .find({ $and: conditions }, { collation: beginnings, projection: { name: 1 } })
    .sort({ name: 1, _id: 1 })
    .limit(limit)
    .toArray();
  return names.map(({ _id, name }) => ({ id: _id, name }));
}

/** Of one name, those with a greater id come after. */
function laterThan({ id, name }: Named): object {
  return { $or: [{ name: { $gt: name } }, { _id: { $gt: id } }] };
}

async function submittedBy(connection: Connection, page: readonly Named[]): Promise<ReadonlySet<string>> {
  const ids = await connection.collection('applications').distinct('context.organisationId', {
    'context.organisationId': { $in: page.map(({ id }) => id) },
    submittedAt: { $gt: '' },
  });
  return new Set(ids);
}
