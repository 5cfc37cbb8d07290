import type { RolesCase } from '../../../policies/rolesStep.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Who administers the service now, for the rule that roles need two of them. */
export async function rolesCase(
  { store }: Pick<Deps, 'store'>,
  askerId: string,
  person: Person,
  change: { readonly given: readonly unknown[] },
  now: string,
): Promise<RolesCase> {
  const administrators = (await store.peopleWith('administrator')).map(({ id }) => id);
  return { askerId, person, gives: change.given.length > 0, administrators, now };
}
