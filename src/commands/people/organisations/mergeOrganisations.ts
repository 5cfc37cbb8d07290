import { LabelError, refuseFor } from '../../../errors.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer } from '../../../policies/who.ts';
import { sameOrganisation } from '../../../register/sameOrganisation.ts';
import { actorOf } from '../../common/actor.ts';
import { changeItem, noteOn } from '../../common/noteOn.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';
import { linesOfTies } from '../../review/ties/detectedTies.ts';
import { tiesOfMerging } from './tiesOfMerging.ts';

/** Which registration goes on and which one ends in it, each with its revision as the officer saw it. */
export type Merge = Readonly<Record<'keep' | 'merge', ItemInput<'id'>>>;

/** Makes one of two registrations go on alone: ties move to it, open invitations end, and nobody is let in, as a namesake registers as easily. */
export async function mergeOrganisations(deps: Deps, asker: Asker, input: Merge): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const [keep, merge] = [await read(deps, asker, input.keep), await read(deps, asker, input.merge)];
  await requireMergeable(deps, keep, merge);
  const at = deps.clock.now().toISOString();
  const merged = { at, actor: actorOf(asker), facts: ['organisation.merged'] } as const;
  const ties = await tiesOfMerging(deps, await deps.store.peopleOf(merge.id), keep, merge);
  const open = (await deps.store.invitationsOf(merge.id)).filter(({ state }) => state === 'open');
  await deps.store.commit(
    [
      changeItem(
        deps,
        'organisations',
        merge,
        { mergedInto: keep.id },
        { ...merged, data: { into: keep.id } },
      ),
      noteOn(deps, 'organisations', keep, { ...merged, data: { from: merge.id } }),
      ...(await linesOfTies(deps, ties, { at, fact: 'tie.detected' })),
    ],
    [
      { kind: 'ties', rows: ties },
      { kind: 'invitations', rows: open.map((invitation) => ({ ...invitation, state: 'withdrawn' })) },
    ],
  );
}

/** An organisation that the officer has nothing to do with; any other is not found. */
async function read(deps: Deps, asker: Asker, { id, revision }: Merge['keep']): Promise<Organisation> {
  const organisation = requireVisible(await deps.store.organisation(id));
  requireVisible(!(await hasConflict(deps, asker, id)));
  return requireRevision(organisation, revision);
}

async function requireMergeable({ store }: Pick<Deps, 'store'>, keep: Organisation, merge: Organisation) {
  refuseFor({ sameRegistration: keep.id === merge.id });
  // Read whole: who merges may be kept from knowing of a file, which must not be lost all the same.
  const whole = store.seenBy(everything);
  const [applications, labels] = await Promise.all([
    whole.applicationsOf([merge.id]),
    whole.labelsOf(merge.id),
  ]);
  refuseFor({
    organisationMerged: keep.mergedInto !== null || merge.mergedInto !== null,
    notDuplicates: !sameOrganisation(keep, merge),
    duplicateHasFiles: labels.length > 0 || applications.some(({ state }) => state !== 'draft'),
  });
}
