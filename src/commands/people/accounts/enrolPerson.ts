import { bindingLanguage } from '../../../profile/profile.ts';
import { dayOf } from '../../../register/day.ts';
import type { EventActor } from '../../../workflow/events.ts';
import { systemActor } from '../../common/actor.ts';
import { addItem, changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person, StaffRole } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Creates a person without memberships and the first line of their chain, which names no address; by themselves unless `by` is given. */
export async function enrolPerson(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  person: Pick<Person, 'email' | 'name' | 'language' | 'roles' | 'provisioned'>,
  by?: EventActor,
): Promise<Person> {
  const id = deps.ids.next();
  const at = deps.clock.now().toISOString();
  const after = { ...person, id, memberships: [], unsubscribed: [], removedAt: null, seenOn: dayOf(at) };
  const actor = by ?? { id, roles: [] };
  const line = { at, actor, facts: ['person.enrolled'], data: { roles: person.roles } } as const;
  await deps.store.commit([addItem(deps, 'people', after, line)]);
  return requireVisible(await deps.store.person(id));
}

/** Gives a role to whoever signs in with an address: the first administrator has nobody to ask. False when they had the role already. */
export async function grantRole(
  deps: Pick<Deps, 'store' | 'ids' | 'clock'>,
  { email, role }: { readonly email: string; readonly role: StaffRole },
): Promise<boolean> {
  const known = await deps.store.personByEmail(email);
  if (known?.roles.includes(role)) return false;
  const newcomer = { email, name: '', language: bindingLanguage, roles: [] } as const;
  const person = known ?? (await enrolPerson(deps, newcomer, systemActor));
  const at = deps.clock.now().toISOString();
  const data = { given: [role], taken: [] };
  const line = { at, actor: systemActor, facts: ['person.rolesChanged'], data } as const;
  await deps.store.commit([changeItem(deps, 'people', person, { roles: [...person.roles, role] }, line)]);
  return true;
}
