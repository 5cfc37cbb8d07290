import { LabelError, refuseFor } from '../../../errors.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import type { EventActor } from '../../../workflow/events.ts';
import { requireName } from '../../common/nameFaults.ts';
import { changeItem } from '../../common/noteOn.ts';
import type { Person } from '../../items/items.ts';
import { enrolPerson } from '../accounts/enrolPerson.ts';
import type { EndingDeps } from '../accounts/ownAccount.ts';
import { type AccountInput, changeAccount } from './changeAccount.ts';
import { provisionedOf } from './staffAccounts.ts';

/**
 * Makes an account without roles, as a directory says; one that it deleted before is found again. `addressTaken` where anybody else
 * has the address.
 */
export async function provisionAccount(
  deps: EndingDeps,
  actor: EventActor,
  input: AccountInput & { readonly email: string },
): Promise<Person> {
  const { email, externalId = null, name = '', language = bindingLanguage, active = true } = input;
  const known = await deps.store.personByEmail(email);
  if (known) {
    await takeUpAgain(deps, actor, known);
    return changeAccount(deps, actor, known.id, { ...input, active });
  }
  requireName('name', name);
  const provisioned = { externalId, closedAt: null, deleted: false };
  const made = await enrolled(deps, { email, name, language, roles: [], provisioned }, actor);
  return active ? made : changeAccount(deps, actor, made.id, input);
}

async function takeUpAgain(deps: EndingDeps, actor: EventActor, known: Person): Promise<void> {
  const { provisioned, roles, memberships } = known;
  const isFree = provisioned?.deleted === true && roles.length + memberships.length === 0;
  refuseFor({ addressTaken: !isFree });
  const change = { provisioned: { ...provisionedOf(known), deleted: false } };
  const line = { at: deps.clock.now().toISOString(), actor, facts: ['person.changed'] } as const;
  await deps.store.commit([changeItem(deps, 'people', known, change, line)]);
}

/** Of two requests for one address at once, the second meets the account of the first. */
async function enrolled(deps: EndingDeps, person: Parameters<typeof enrolPerson>[1], actor: EventActor) {
  try {
    return await enrolPerson(deps, person, actor);
  } catch (error) {
    const isTaken = error instanceof LabelError && (await deps.store.personByEmail(person.email)) !== null;
    refuseFor({ addressTaken: isTaken });
    throw error;
  }
}
