import type { Connection } from 'mongoose';
import type { Listing } from '../../commands/ports/listingPorts.ts';
import { findRows } from '../database/database.ts';
import { beginsWith, byName } from '../database/names.ts';
import type { Visible } from '../database/visible.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Goes along the names a page at a time and keeps those of organisations with a submitted file, until it has enough. */
export function applicants(connection: Connection, visible: Visible): Listing['applicants'] {
  const namesAfter = (beginning: string, limit: number, last: Named | undefined) => {
    const conditions = [
      { name: beginsWith(beginning) },
      ...(last ? [{ name: { $gte: last.name } }, laterThan(last)] : []),
      ...visible('organisations'),
    ];
    const page = { ...byName, projection: { name: 1 }, limit };
    return findRows<Named>(connection, 'organisations', { $and: conditions }, page);
  };
  return async (beginning, limit, last) => {
    const found: Named[] = [];
    for (let end: Named | undefined = last; found.length < limit; ) {
      const page = await namesAfter(beginning, limit, end);
      const withFile = await submittedBy(connection, page);
      found.push(...page.filter(({ id }) => withFile.has(id)));
      if (page.length < limit) break;
      end = page.at(-1);
    }
    return found.slice(0, limit);
  };
}

/** Of one name, those with a greater id come after. */
function laterThan({ id, name }: Named): object {
  return { $or: [{ name: { $gt: name } }, { _id: { $gt: id } }] };
}

async function submittedBy(connection: Connection, page: readonly Named[]): Promise<ReadonlySet<string>> {
  const field = 'context.organisationId';
  const submitted = { [field]: { $in: page.map(({ id }) => id) }, submittedAt: { $gt: '' } };
  return new Set(await connection.collection('applications').distinct(field, submitted));
}
