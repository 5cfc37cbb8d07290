import { LabelError } from '../../../errors.ts';
import { roleIn, speaksFor } from '../../../policies/organisation.ts';
import { actorTowards } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Membership } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { linesOfTies } from '../../review/ties/detectedTies.ts';
import { tiesOfLeaving } from '../../review/ties/tiesOfLeaving.ts';
import { organisationChange } from './organisationChange.ts';
import { afterChange, ownersTeam, ownTeam, requireNotMerged, requireOwner, withRole } from './ownTeam.ts';

/** Gives someone of an organisation another role there, oneself included; `lastOwner` when nobody would speak for it. */
export async function changeMemberRole(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly personId: string; readonly role: Membership['role'] },
): Promise<void> {
  const { organisationId, personId, role } = input;
  const { organisation, people } = await ownersTeam(deps, asker, organisationId);
  const person = requireVisible(people.find(({ id }) => id === personId));
  if (roleIn(person, organisationId) === role) return;
  const memberships = withRole(person, organisationId, role);
  requireOwner(organisation, afterChange(people, person, { memberships }));
  const said = { at: deps.clock.now().toISOString(), actor: actorTowards(asker, organisationId) };
  await deps.store.commit({
    changes: [
      organisationChange(
        deps,
        organisation,
        {},
        {
          ...said,
          facts: ['organisation.memberRoleChanged'],
          data: { personId, role },
        },
      ),
      changePerson(deps, person, { memberships }, { ...said, facts: [], data: { organisationId } }),
    ],
  });
}

/** Gives an organisation into someone else's hands, in one step: they speak for it, the asker goes on as editor. */
export async function handOverOrganisation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly personId: string },
): Promise<void> {
  const { organisationId, personId } = input;
  const { organisation, people, self } = await ownersTeam(deps, asker, organisationId);
  requireNotMerged(organisation);
  const next = requireVisible(people.find(({ id }) => id === personId && id !== self.id));
  if (next.removedAt !== null) throw new LabelError('refused', { reasons: ['personRemoved'] });
  const said = { at: deps.clock.now().toISOString(), actor: actorTowards(asker, organisationId) };
  const line = { ...said, facts: [], data: { organisationId } };
  await deps.store.commit({
    changes: [
      organisationChange(
        deps,
        organisation,
        {},
        {
          ...said,
          facts: ['organisation.ownershipTransferred'],
          data: { from: self.id, to: personId },
        },
      ),
      changePerson(deps, next, { memberships: withRole(next, organisationId, 'owner') }, line),
      changePerson(deps, self, { memberships: withRole(self, organisationId, 'editor') }, line),
    ],
  });
}

/** Takes someone out of an organisation: an owner anyone, everyone themselves; `lastOwner` when nobody would speak for it. */
export async function removeMember(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly personId: string },
): Promise<void> {
  // Who it concerns may change meanwhile in what has nothing to do with this: it is done anew then.
  return retryOnConflict(async () => {
    const { organisationId, personId } = input;
    const { organisation, people, self } = await ownTeam(deps, asker, organisationId);
    if (personId !== asker.id && !speaksFor(self, organisationId)) {
      throw new LabelError('refused', { reasons: ['byOwner'] });
    }
    const person = requireVisible(people.find(({ id }) => id === personId));
    const memberships = withRole(person, organisationId, null);
    requireOwner(organisation, afterChange(people, person, { memberships }));
    const ties = await tiesOfLeaving(deps, person, organisationId);
    const own = ties.filter((tie) => tie.personId === personId).map(({ id }) => id);
    const at = deps.clock.now().toISOString();
    const said = { at, actor: actorTowards(asker, organisationId) };
    await deps.store.commit({
      changes: [
        organisationChange(
          deps,
          organisation,
          {},
          { ...said, facts: ['organisation.memberLeft'], data: { personId } },
        ),
        changePerson(
          deps,
          person,
          { memberships },
          { ...said, facts: ['tie.detected'], data: { organisationId, ties: own } },
        ),
        ...(await linesOfTies(deps, ties, { at, fact: 'tie.ended', but: [personId] })),
      ],
      parts: [{ kind: 'ties', rows: ties }],
    });
  });
}
