import { invalid, LabelError, refuseFor, refuseWith } from '../../errors.ts';
import { everything } from '../../policies/view.ts';
import { isAdministrator } from '../../policies/who.ts';
import type { EventActor } from '../../workflow/events.ts';
import { actorOf } from '../common/actor.ts';
import { changeItem } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Person } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { blankOrganisation, blankProfile } from './blank.ts';
import { erasedWith, partsUnderWay } from './partsUnderWay.ts';

/** Erases one's own account, or for an administrator anyone's; what they decided or scored stays under an id that names nobody. */
export async function erasePerson(
  deps: Deps,
  asker: Asker,
  { personId, typed }: { readonly personId: string; readonly typed: string },
): Promise<void> {
  if (personId !== asker.id && !isAdministrator(asker)) throw new LabelError('notFound');
  const person = requireVisible(await deps.store.person(personId));
  const weak = personId === asker.id && asker.roles.length < person.roles.length;
  if (weak) throw new LabelError('strongSignInRequired');
  requireVisible(person.email !== '');
  if (typed !== person.email) throw invalid('typed', 'otherAddress');
  // Roles need two administrators also where they would end with the account.
  refuseFor({ holdsRoles: personId !== asker.id && person.roles.length > 0 });
  await forgetPerson(deps, person, actorOf(asker));
}

/** Erases a person when nothing depends on them; `refused` with the reasons otherwise. */
export async function forgetPerson(deps: Deps, person: Person, actor: EventActor): Promise<void> {
  refuseWith(await partsUnderWay(deps, person));
  const store = deps.store.seenBy(everything);
  const at = deps.clock.now().toISOString();
  const left = await erasedWith(deps, person);
  const ties = await store.tiesOf(person.id);
  const profile = await store.reviewer(person.id);
  const emptied = { email: '', name: '', roles: [], memberships: [], unsubscribed: [] };
  const gone = { rolesProposal: null, absence: null, calendarFeed: null, provisioned: null };
  const nothing = { ...emptied, ...gone, removedAt: person.removedAt ?? at };
  await store.commit(
    [
      changeItem(deps, 'people', person, nothing, { at, actor, facts: ['person.erased'] }),
      ...(profile ? [blankProfile(deps, profile, { at, actor })] : []),
      ...left.map((organisation) => blankOrganisation(deps, organisation, { at, actor })),
    ],
    [
      { kind: 'ties', rows: ties.map((tie) => ({ ...tie, note: '' })) },
      { kind: 'forget', what: { person, organisationIds: left.map(({ id }) => id) } },
    ],
  );
}
