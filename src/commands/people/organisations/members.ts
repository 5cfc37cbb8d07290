import { refuseFor } from '../../../errors.ts';
import { advises } from '../../../policies/adviser.ts';
import { roleIn, speaksFor } from '../../../policies/organisation.ts';
import { changeItem, noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Membership } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { linesOfTies } from '../../review/ties/detectedTies.ts';
import { tiesOfJoining } from '../../review/ties/tiesOfJoining.ts';
import { tiesOfLeaving } from '../../review/ties/tiesOfLeaving.ts';
import { afterChange, ownersTeam, ownTeam, requireNotMerged, requireOwner, withRole } from './ownTeam.ts';

/** Which person of which organisation. */
interface MemberInput {
  readonly organisationId: string;
  readonly personId: string;
}

/** Gives someone of an organisation another role there, oneself included; `lastOwner` when nobody would speak for it. */
export async function changeMemberRole(
  deps: Deps,
  asker: Asker,
  { organisationId, personId, role, adviser }: MemberInput & Pick<Membership, 'role' | 'adviser'>,
): Promise<void> {
  const { organisation, people, eventMeta } = await ownersTeam(deps, asker, organisationId);
  const person = requireVisible(people.find(({ id }) => id === personId));
  if (roleIn(person, organisationId) === role && advises(person, organisationId) === Boolean(adviser)) return;
  refuseFor({ adviserNotOwner: adviser === true && role === 'owner' });
  const memberships = withRole(person, organisationId, role, adviser);
  requireOwner(organisation, afterChange(people, person, { memberships }));
  const changed = {
    ...eventMeta,
    facts: ['organisation.memberRoleChanged'],
    data: { personId, role, ...(adviser && { adviser }) },
  } as const;
  const line = { ...eventMeta, facts: [], data: { organisationId } };
  // Who advised and now belongs there connects it with what they advise elsewhere.
  const ties = await tiesOfJoining(deps, { ...person, memberships }, organisationId);
  await deps.store.commit(
    [
      noteOn(deps, 'organisations', organisation, changed),
      changeItem(deps, 'people', person, { memberships }, line),
      ...(await linesOfTies(deps, ties, { at: eventMeta.at, fact: 'tie.detected', but: [personId] })),
    ],
    [{ kind: 'ties', rows: ties }],
  );
}

/** Transfers the ownership of an organisation in one step: the other becomes owner, the asker editor. */
export async function handOverOrganisation(
  deps: Deps,
  asker: Asker,
  { organisationId, personId }: MemberInput,
): Promise<void> {
  const { organisation, people, self, eventMeta } = await ownersTeam(deps, asker, organisationId);
  requireNotMerged(organisation);
  const next = requireVisible(people.find(({ id }) => id === personId && id !== self.id));
  refuseFor({ personRemoved: next.removedAt !== null });
  const line = { ...eventMeta, facts: [], data: { organisationId } };
  const data = { from: self.id, to: personId };
  const transferred = { ...eventMeta, facts: ['organisation.ownershipTransferred'], data } as const;
  await deps.store.commit([
    noteOn(deps, 'organisations', organisation, transferred),
    changeItem(deps, 'people', next, { memberships: withRole(next, organisationId, 'owner') }, line),
    changeItem(deps, 'people', self, { memberships: withRole(self, organisationId, 'editor') }, line),
  ]);
}

/** Takes someone out of an organisation: an owner anyone, everyone themselves; `lastOwner` when nobody would speak for it. */
export async function removeMember(deps: Deps, asker: Asker, { organisationId, personId }: MemberInput) {
  return retryOnConflict(async () => {
    const { organisation, people, self, eventMeta } = await ownTeam(deps, asker, organisationId);
    refuseFor({ byOwner: personId !== asker.id && !speaksFor(self, organisationId) });
    const person = requireVisible(people.find(({ id }) => id === personId));
    const memberships = withRole(person, organisationId, null);
    requireOwner(organisation, afterChange(people, person, { memberships }));
    const ties = await tiesOfLeaving(deps, person, organisationId);
    const own = ties.filter((tie) => tie.personId === personId).map(({ id }) => id);
    const left = { ...eventMeta, facts: ['organisation.memberLeft'], data: { personId } } as const;
    const data = { organisationId, ties: own };
    const detected = { ...eventMeta, facts: ['tie.detected'], data } as const;
    await deps.store.commit(
      [
        noteOn(deps, 'organisations', organisation, left),
        changeItem(deps, 'people', person, { memberships }, detected),
        ...(await linesOfTies(deps, ties, { at: eventMeta.at, fact: 'tie.ended', but: [personId] })),
      ],
      [{ kind: 'ties', rows: ties }],
    );
  });
}
