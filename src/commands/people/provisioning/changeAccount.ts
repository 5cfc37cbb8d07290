import type { Language } from '../../../criteria/scheme.ts';
import { refuseFor } from '../../../errors.ts';
import { isOpen } from '../../../policies/rolesStep.ts';
import type { EventActor } from '../../../workflow/events.ts';
import { requireName } from '../../common/nameFaults.ts';
import { changeItem } from '../../common/noteOn.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Item, Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import type { EndingDeps } from '../accounts/ownAccount.ts';
import { endAccount } from './endAccount.ts';
import { provisionedOf, staffAccount } from './staffAccounts.ts';

/** What a directory says of an account; what is undefined stays as it is. */
export interface AccountInput {
  /** In lower case. */
  readonly email?: string | undefined;
  /** Null for none. */
  readonly externalId?: string | null | undefined;
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly active?: boolean | undefined;
}

/**
 * Makes an account what the directory says. An access that is to end ends first, whatever else is refused; one that opens again
 * holds no role.
 */
export async function changeAccount(
  deps: EndingDeps,
  actor: EventActor,
  personId: string,
  input: AccountInput,
): Promise<Person> {
  if (input.active === false) await endAccount(deps, actor, personId);
  await changeFields(deps, actor, personId, input);
  if (input.active === true) await openAccount(deps, actor, personId);
  return staffAccount(deps, personId);
}

async function changeFields(deps: Deps, actor: EventActor, personId: string, input: AccountInput) {
  await retryOnConflict(async () => {
    const person = await staffAccount(deps, personId);
    const { email = person.email, name = person.name, language = person.language } = input;
    const provisioned = provisionedOf(person);
    const { externalId = provisioned.externalId } = input;
    const changed: Partial<Omit<Person, keyof Item>> = {
      ...(email !== person.email && { email }),
      ...(name !== person.name && { name }),
      ...(language !== person.language && { language }),
      ...(externalId !== provisioned.externalId && { provisioned: { ...provisioned, externalId } }),
    };
    if (Object.keys(changed).length === 0) return;
    if (changed.name !== undefined) requireName('name', name);
    const at = deps.clock.now().toISOString();
    if (changed.email !== undefined) await requireFree(deps, person, email, at);
    const line = { at, actor, facts: ['person.changed'] } as const;
    await deps.store.commit([changeItem(deps, 'people', person, changed, line)]);
  });
}

/**
 * By an address its owner signs in: whoever could change it could put themself in the place of who holds a role, is about to, or has
 * left what is theirs in the account, as everybody has who signed in once or held a role before.
 */
async function requireFree({ store }: Deps, person: Person, email: string, now: string): Promise<void> {
  const { id, roles, memberships, rolesProposal } = person;
  const stream = `people/${id}`;
  const [other, ...lived] = await Promise.all([
    store.personByEmail(email),
    ...(['person.signedIn', 'person.rolesChanged'] as const).map((fact) => store.lastRecord(stream, fact)),
  ]);
  refuseFor({
    addressHolds:
      roles.length + memberships.length > 0 ||
      isOpen(rolesProposal, now) ||
      lived.some((line) => line !== null),
    addressTaken: other !== null,
  });
}

/** Opens an access that the directory closed; what an administrator closed stays theirs to open. */
async function openAccount(deps: Deps, actor: EventActor, personId: string): Promise<void> {
  await retryOnConflict(async () => {
    const person = await staffAccount(deps, personId);
    if (person.removedAt === null) return;
    refuseFor({ closedByAdministrator: person.provisioned?.closedAt !== person.removedAt });
    const line = { at: deps.clock.now().toISOString(), actor, facts: ['person.readmitted'] } as const;
    await deps.store.commit([changeItem(deps, 'people', person, { removedAt: null }, line)]);
  });
}
