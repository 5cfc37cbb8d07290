import { LabelError } from '../../errors.ts';
import { belongsTo } from '../../policies/organisation.ts';
import { type Tie, tieId } from '../../policies/tie.ts';
import { isOfficer } from '../../policies/who.ts';
import { sameOrganisation } from '../../register/sameOrganisation.ts';
import { actorOf } from '../actor.ts';
import { found, unchanged } from '../found.ts';
import type { Organisation } from '../items.ts';
import { changePerson } from '../people/changePerson.ts';
import type { Asker, Deps } from '../ports.ts';
import { hasConflict } from '../ties/barredFrom.ts';
import { linesOfTies } from '../ties/linesOfTies.ts';
import { tiesOfJoining } from '../ties/tiesOfJoining.ts';
import { organisationChange } from './organisationChange.ts';
import { withRole } from './ownTeam.ts';

/** Which registration goes on and which one ends in it, each with its revision as the officer saw it. */
export interface Merge {
  readonly keep: { readonly id: string; readonly revision: number };
  readonly merge: { readonly id: string; readonly revision: number };
}

/**
 * Makes one of two registrations of the same organisation go on alone. The people of the other join it as readers and keep what
 * they typed there; its ties are ties to the one that goes on; its open invitations are withdrawn.
 */
export async function mergeOrganisations(deps: Deps, asker: Asker, input: Merge): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const [keep, merge] = [await read(deps, asker, input.keep), await read(deps, asker, input.merge)];
  const reasons = await refusals(deps, keep, merge);
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const at = deps.clock.now().toISOString();
  const said = { at, actor: actorOf(asker) };
  const joining = (await deps.store.peopleOf(merge.id)).filter((person) => !belongsTo(person, keep.id));
  const ties = await tiesOfMerging(
    deps,
    joining.map((person) => person.id),
    keep.id,
    merge.id,
  );
  const invitations = (await deps.store.invitationsOf(merge.id)).filter(({ state }) => state === 'open');
  await deps.store.commit({
    changes: [
      organisationChange(
        deps,
        merge,
        { mergedInto: keep.id },
        { ...said, facts: ['organisation.merged'], data: { into: keep.id } },
      ),
      organisationChange(
        deps,
        keep,
        {},
        {
          ...said,
          facts: ['organisation.merged'],
          data: { from: merge.id, joined: joining.map((person) => person.id) },
        },
      ),
      ...joining.map((person) =>
        changePerson(
          deps,
          person,
          { memberships: withRole(person, keep.id, 'reader') },
          {
            ...said,
            facts: ['tie.detected'],
            data: {
              organisationId: keep.id,
              ties: ties.filter((tie) => tie.personId === person.id).map(({ id }) => id),
            },
          },
        ),
      ),
      ...(await linesOfTies(deps, ties, {
        at,
        fact: 'tie.detected',
        but: joining.map((person) => person.id),
      })),
    ],
    ties,
    invitations: invitations.map((invitation) => ({ ...invitation, state: 'withdrawn' })),
  });
}

/** An organisation that the officer has nothing to do with; any other is not found. */
async function read(deps: Deps, asker: Asker, { id, revision }: Merge['keep']): Promise<Organisation> {
  const organisation = found(await deps.store.organisation(id));
  if (await hasConflict(deps, asker, id)) throw new LabelError('notFound');
  unchanged(organisation, revision);
  return organisation;
}

async function refusals({ store }: Deps, keep: Organisation, merge: Organisation): Promise<string[]> {
  const merged = keep.mergedInto !== null || merge.mergedInto !== null;
  const [applications, labels] = await Promise.all([
    store.applicationsOf([merge.id]),
    store.labelsOf(merge.id),
  ]);
  const hasFiles = labels.length > 0 || applications.some(({ state }) => state !== 'draft');
  const same = keep.id !== merge.id && sameOrganisation(keep, merge);
  return [
    ...(merged ? ['organisationMerged'] : []),
    ...(same ? [] : ['notDuplicates']),
    ...(hasFiles ? ['duplicateHasFiles'] : []),
  ];
}

/** What follows from joining, and the ties towards the registration that ends: they go on towards the other. */
async function tiesOfMerging(
  deps: Deps,
  joining: readonly string[],
  keepId: string,
  mergeId: string,
): Promise<Tie[]> {
  const ties = new Map<string, Tie>();
  const add = (tie: Tie) => {
    const known = ties.get(tie.id);
    if (tie.organisationId !== mergeId && (!known || known.ended !== null)) ties.set(tie.id, tie);
  };
  for (const id of joining) {
    const person = found(await deps.store.person(id));
    for (const tie of await tiesOfJoining(deps, person, keepId)) add(tie);
  }
  const there = new Map((await deps.store.tiesTowards(keepId)).map((tie) => [tie.id, tie]));
  for (const tie of await deps.store.tiesTowards(mergeId)) {
    const moved = { ...tie, organisationId: keepId };
    const known = there.get(tieId(moved));
    const longer = !known || (known.ended !== null && (tie.ended === null || tie.ended > known.ended));
    if (longer) add({ ...moved, id: tieId(moved) });
  }
  return [...ties.values()];
}
