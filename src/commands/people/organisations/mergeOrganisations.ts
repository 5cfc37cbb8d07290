import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { sameOrganisation } from '../../../register/sameOrganisation.ts';
import { actorOf } from '../../common/actor.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';
import { linesOfTies } from '../../review/ties/detectedTies.ts';
import { organisationChange } from './organisationChange.ts';
import { tiesOfMerging } from './tiesOfMerging.ts';

/** Which registration goes on and which one ends in it, each with its revision as the officer saw it. */
export interface Merge {
  readonly keep: { readonly id: string; readonly revision: number };
  readonly merge: { readonly id: string; readonly revision: number };
}

/**
 * Makes one of two registrations of the same organisation go on alone. Nobody of the other is let into it by that: a namesake
 * registers as easily. They keep what they typed, and who is known to the owners is invited. The ties to the one that ends are
 * ties to the one that goes on; its open invitations are withdrawn.
 */
export async function mergeOrganisations(deps: Deps, asker: Asker, input: Merge): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const [keep, merge] = [await read(deps, asker, input.keep), await read(deps, asker, input.merge)];
  const reasons = await refusals(deps, keep, merge);
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const at = deps.clock.now().toISOString();
  const said = { at, actor: actorOf(asker) };
  const ties = await tiesOfMerging(deps, await deps.store.peopleOf(merge.id), keep, merge);
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
        { ...said, facts: ['organisation.merged'], data: { from: merge.id } },
      ),
      ...(await linesOfTies(deps, ties, { at, fact: 'tie.detected' })),
    ],
    parts: [
      { kind: 'ties', rows: ties },
      {
        kind: 'invitations',
        rows: invitations.map((invitation) => ({ ...invitation, state: 'withdrawn' })),
      },
    ],
  });
}

/** An organisation that the officer has nothing to do with; any other is not found. */
async function read(deps: Deps, asker: Asker, { id, revision }: Merge['keep']): Promise<Organisation> {
  const organisation = requireVisible(await deps.store.organisation(id));
  if (await hasConflict(deps, asker, id)) throw new LabelError('notFound');
  unchanged(organisation, revision);
  return organisation;
}

async function refusals(
  { store }: Pick<Deps, 'store'>,
  keep: Organisation,
  merge: Organisation,
): Promise<string[]> {
  if (keep.id === merge.id) return ['sameRegistration'];
  const merged = keep.mergedInto !== null || merge.mergedInto !== null;
  const [applications, labels] = await Promise.all([
    store.applicationsOf([merge.id]),
    store.labelsOf(merge.id),
  ]);
  const hasFiles = labels.length > 0 || applications.some(({ state }) => state !== 'draft');
  return [
    ...(merged ? ['organisationMerged'] : []),
    ...(sameOrganisation(keep, merge) ? [] : ['notDuplicates']),
    ...(hasFiles ? ['duplicateHasFiles'] : []),
  ];
}
