import SCIMMY from 'scimmy';
import { staffAccounts } from '../../../commands/people/provisioning/staffAccounts.ts';
import type { Deps } from '../../../commands/ports/ports.ts';
import { type Query, readAs } from './scimRequest.ts';
import { maxCount, resourceOf, scimPath, userSchemas } from './staffDirectory.ts';

const { Messages, Resources, Schemas, Types } = SCIMMY;

/**
 * A page of the accounts that a filter finds, in the order in which they were made (RFC 7644, 3.4.2). The library pages too, but
 * shows the first page again where the last is over.
 */
export async function listAccounts(
  deps: Pick<Deps, 'store'>,
  { startIndex = 1, count = maxCount, ...asked }: Query,
) {
  const { filter, attributes } = readAs('invalidFilter', () => new Resources.User(undefined, given(asked)));
  const all = (await staffAccounts(deps)).map(resourceOf);
  const found = readAs('invalidFilter', () => (filter ? foldedNames(filter).match(all) : all));
  const first = Math.max(startIndex, 1);
  const page = found.slice(first - 1, first - 1 + Math.min(Math.max(count, 0), maxCount));
  return {
    schemas: [Messages.ListResponse.id],
    totalResults: found.length,
    startIndex: first,
    itemsPerPage: page.length,
    Resources: page.map((one) => ({
      ...new Schemas.User(one, 'out', `${scimPath}/Users`, attributes),
      ...userSchemas,
    })),
  };
}

/** Without what was not asked, which the library would take for an empty text. */
export function given({ filter, attributes, excludedAttributes }: Omit<Query, 'startIndex' | 'count'>) {
  return {
    ...(filter !== undefined && { filter }),
    ...(attributes !== undefined && { attributes }),
    ...(excludedAttributes !== undefined && { excludedAttributes }),
  };
}

/** Names of accounts compare without regard to case (RFC 7643, 4.1.1), and ours are in lower case. */
function foldedNames(filter: InstanceType<typeof Types.Filter>) {
  const folded = filter.map((branch: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(branch).map(([name, tests]) => [
        name,
        name.toLowerCase() === 'username' ? JSON.parse(JSON.stringify(tests).toLowerCase()) : tests,
      ]),
    ),
  );
  return new Types.Filter(folded);
}
