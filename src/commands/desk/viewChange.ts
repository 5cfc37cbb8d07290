import { LabelError } from '../../errors.ts';
import { mayReadFile } from '../../policies/file.ts';
import { isOfficer } from '../../policies/who.ts';
import { minReasonLength } from '../common/requireReason.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { tryActs } from '../common/tryActs.ts';
import { frozenFile } from '../file/frozenFile.ts';
import { changeShownOn } from '../label/changes/holderToday.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { assessChange, changeEffects, concludeChange } from './assessChange.ts';

export type LabelChanges = Awaited<ReturnType<typeof viewLabelChanges>>;
export type ChangeDesk = Awaited<ReturnType<typeof viewChange>>;

/** The notices of change on the label of a file, for an officer who may work on the file. */
export async function viewLabelChanges(deps: Deps, asker: Asker, applicationId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  requireVisible(mayReadFile(asker, file));
  const { organisationId } = file.application.context;
  const labels = await deps.store.labelsOf(organisationId);
  const label = requireVisible(labels.find(({ context }) => context.applicationId === applicationId));
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  return { label, applicationId, organisation, file, changes: await deps.store.changesOf([label.id]) };
}

/** One of them, with what this officer can do about it now. */
export async function viewChange(
  deps: Deps,
  asker: Asker,
  { applicationId, changeId }: { readonly applicationId: string; readonly changeId: string },
) {
  const { file, changes, ...about } = await viewLabelChanges(deps, asker, applicationId);
  const change = requireVisible(changes.find(({ id }) => id === changeId));
  const at = { changeId, revision: change.revision, reason: '.'.repeat(minReasonLength) };
  const none = { effect: 'none', until: null, criteria: [], successor: '' } as const;
  const successor = change.successorId && (await deps.store.organisation(change.successorId));
  const shownOn = await changeShownOn(deps, about.label);
  const { may, barred } = tryActs(deps, asker);
  return {
    ...about,
    change,
    /** The effects that it can have: of the certificate and the register, only what would say something else. */
    effects: changeEffects.filter(
      (effect) => (effect !== 'certificate' && effect !== 'register') || effect === shownOn,
    ),
    published: file.published,
    /** What the label calls the holder, beside what the holder is called today. */
    certified: about.label.name ?? file.snapshot.content.organisation.name,
    successor: successor ? successor.name : null,
    may: {
      assess: await may((dry, by) => assessChange(dry, by, { ...at, ...none })),
      conclude: await may((dry, by) => concludeChange(dry, by, at)),
    },
    /** Which parts of this person keep them from what others can do. */
    barred,
  };
}
