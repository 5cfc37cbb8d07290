import { found, unchanged } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { administratorsOwn } from './administratorsOwn.ts';
import { changePerson } from './changePerson.ts';

/** Lets in a person again who was removed, with the roles and memberships that they had. */
export async function letPersonBack(
  deps: Deps,
  asker: Asker,
  input: { readonly personId: string; readonly revision: number },
): Promise<void> {
  const { said } = await administratorsOwn(deps, asker);
  const person = found(await deps.store.person(input.personId));
  unchanged(person, input.revision);
  if (person.removedAt === null) return;
  found(person.email === '' ? null : person);
  const line = { ...said, facts: ['person.changed'] } as const;
  await deps.store.commit({ changes: [changePerson(deps, person, { removedAt: null }, line)] });
}
