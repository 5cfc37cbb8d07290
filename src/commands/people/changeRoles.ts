import { LabelError } from '../../errors.ts';
import { isAdministrator } from '../../policies/who.ts';
import { found, unchanged } from '../found.ts';
import { type StaffRole, staffRoles } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { administratorsOwn } from './administratorsOwn.ts';
import { changePerson } from './changePerson.ts';

interface Input {
  readonly personId: string;
  /** As the administrator saw the person. */
  readonly revision: number;
  readonly roles: readonly StaffRole[];
}

/**
 * Gives and takes the roles that a person holds for the whole service. Administrators keep their own role: whoever takes it
 * from another still has it, so that the service is never without one.
 */
export async function changeRoles(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { said, self, note } = await administratorsOwn(deps, asker);
  const person = found(await deps.store.person(input.personId));
  unchanged(person, input.revision);
  const roles = staffRoles.filter((role) => input.roles.includes(role));
  const given = roles.filter((role) => !person.roles.includes(role));
  const taken = person.roles.filter((role) => !roles.includes(role));
  if (given.length + taken.length === 0) return;
  const reasons = [
    ...(person.id === self.id && !isAdministrator({ ...person, roles }) ? ['ownAdministrator'] : []),
    ...(person.removedAt !== null ? ['personRemoved'] : []),
  ];
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const line = { ...said, facts: ['person.rolesChanged'], data: { given, taken } } as const;
  await deps.store.commit({
    changes: [
      changePerson(deps, person, { roles }, line),
      ...(person.id === self.id ? [] : [note({ rolesOf: person.id })]),
    ],
  });
}
