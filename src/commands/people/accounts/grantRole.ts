import type { Language } from '../../../criteria/scheme.ts';
import { systemActor } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import type { StaffRole } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { enrolPerson } from './enrolPerson.ts';

const language: Language = 'fr';

/**
 * Gives a role to whoever signs in with an address, as the service itself: the first administrator has nobody to ask. Someone
 * who was never here is made known. False when they had the role already.
 */
export async function grantRole(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  { email, role }: { readonly email: string; readonly role: StaffRole },
): Promise<boolean> {
  const known = await deps.store.personByEmail(email);
  if (known?.roles.includes(role)) return false;
  const newcomer = { email, name: '', language, roles: [] };
  const person = known ?? (await enrolPerson(deps, newcomer, systemActor));
  const at = deps.clock.now().toISOString();
  const data = { given: [role], taken: [] };
  const line = { at, actor: systemActor, facts: ['person.rolesChanged'], data } as const;
  await deps.store.commit({
    changes: [changePerson(deps, person, { roles: [...person.roles, role] }, line)],
  });
  return true;
}
