import type { Connection } from 'mongoose';
import type { Listing } from '../../commands/ports/listingPorts.ts';
import { beginsWith, byName } from '../database/names.ts';
import type { Visible } from '../database/visible.ts';

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
    { name: beginsWith(beginning) },
    ...(place ? [{ name: { $gte: place.name } }, laterThan(place)] : []),
    ...visible('organisations'),
  ];
  const names = await connection
    .collection<{ _id: string; name: string }>('organisations')
    .find({ $and: conditions }, { ...byName, projection: { name: 1 }, limit })
    .toArray();
  return names.map(({ _id, name }) => ({ id: _id, name }));
}

/** Of one name, those with a greater id come after. */
function laterThan({ id, name }: Named): object {
  return { $or: [{ name: { $gt: name } }, { _id: { $gt: id } }] };
}

async function submittedBy(connection: Connection, page: readonly Named[]): Promise<ReadonlySet<string>> {
  const ids = await connection
    .collection('applications')
    .distinct('context.organisationId', {
      'context.organisationId': { $in: page.map(({ id }) => id) },
      submittedAt: { $gt: '' },
    });
  return new Set(ids);
}
