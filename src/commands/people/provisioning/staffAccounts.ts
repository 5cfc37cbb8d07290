import { requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Every account of the staff, closed ones with them, in the order in which they were made. */
export async function staffAccounts({ store }: Pick<Deps, 'store'>): Promise<Person[]> {
  return (await store.staffAccounts()).filter(isStaffAccount);
}

/** One account of the staff; `notFound` for anybody else's. */
export async function staffAccount({ store }: Pick<Deps, 'store'>, personId: string): Promise<Person> {
  const person = requireVisible(await store.person(personId));
  return requireVisible(isStaffAccount(person) && person);
}

/** Whether an account is of the staff: it holds a role, or a directory manages it. Those of applicants alone are neither. */
function isStaffAccount({ email, roles, provisioned }: Person): boolean {
  return email !== '' && (roles.length > 0 || provisioned?.deleted === false);
}

/** What a directory manages of an account, as it was before. */
export function provisionedOf({ provisioned }: Person) {
  return provisioned ?? { externalId: null, closedAt: null, deleted: false };
}
