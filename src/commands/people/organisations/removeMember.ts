import { LabelError } from '../../../errors.ts';
import { speaksFor } from '../../../policies/organisation.ts';
import { actorTowards } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { linesOfTies } from '../../review/ties/linesOfTies.ts';
import { tiesOfLeaving } from '../../review/ties/tiesOfLeaving.ts';
import { organisationChange } from './organisationChange.ts';
import { afterChange, ownTeam, requireOwner, withRole } from './ownTeam.ts';

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
