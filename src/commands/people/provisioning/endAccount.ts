import { refuseFor } from '../../../errors.ts';
import type { EventActor } from '../../../workflow/events.ts';
import { changeItem, type Line, noteOn } from '../../common/noteOn.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Person } from '../../items/items.ts';
import { closeAccess } from '../accounts/closeAccess.ts';
import type { EndingDeps } from '../accounts/ownAccount.ts';
import { provisionedOf, staffAccount } from './staffAccounts.ts';

/**
 * Ends the access and the sessions of an account and takes its roles; what it held on files is dealt with as when roles end. Refused
 * for the last administrator. With `deleted` the directory finds the account no more.
 */
export async function endAccount(
  deps: EndingDeps,
  actor: EventActor,
  personId: string,
  { deleted = false } = {},
): Promise<void> {
  await retryOnConflict(async () => {
    const person = await staffAccount(deps, personId);
    const isOpen = person.removedAt === null;
    if (!isOpen && !deleted) return;
    const at = deps.clock.now().toISOString();
    const provisioned = { ...provisionedOf(person), ...(isOpen && { closedAt: at }), deleted };
    const also = { roles: [], rolesProposal: null, provisioned };
    const line = lineOf(person, { at, actor });
    if (!isOpen) {
      await deps.store.commit([changeItem(deps, 'people', person, also, line)]);
      return;
    }
    const [successor] = await otherAdministrators(deps, person);
    // Two administrators who are ended at once meet on the chain of one of them.
    const noted = { at, actor, facts: [], data: { removed: person.id } };
    const beside = successor ? [noteOn(deps, 'people', successor, noted)] : [];
    await closeAccess(deps, person, { line, beside, also });
  });
}

/** What becomes true: the access ends where it was open, and the roles with it. */
function lineOf(
  { removedAt, roles }: Person,
  eventMeta: { readonly at: string; readonly actor: EventActor },
): Line {
  const first = removedAt === null ? 'person.removed' : 'person.changed';
  if (roles.length === 0) return { ...eventMeta, facts: [first] };
  return { ...eventMeta, facts: [first, 'person.rolesChanged'], data: { given: [], taken: roles } };
}

/** Who administers the service beside an administrator who goes; nobody is asked for where another goes. */
async function otherAdministrators({ store }: EndingDeps, person: Person): Promise<readonly Person[]> {
  if (!person.roles.includes('administrator')) return [];
  const others = (await store.peopleWith('administrator')).filter(({ id }) => id !== person.id);
  refuseFor({ lastAdministrator: others.length === 0 });
  return others;
}
