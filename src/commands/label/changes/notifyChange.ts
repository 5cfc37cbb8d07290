import { type Fault, fault, LabelError, refuseFor, requireNoFaults } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { LabelState } from '../../../register/entry.ts';
import type { EventActor } from '../../../workflow/events.ts';
import type { StoredChange } from '../../../workflow/storedChange.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { requireDuty } from '../../common/actor.ts';
import { addItem } from '../../common/noteOn.ts';
import { reasonFaults } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Label, Organisation } from '../../items/items.ts';
import type { ChangedThing, EditedField, NoticeOfChange } from '../../items/noticeOfChange.ts';
import type { Asker, ChangeOf, Deps } from '../../ports/ports.ts';
import { labelActor } from '../changeLabel.ts';

/** States in which a change can still touch a label. */
const living: readonly LabelState[] = ['active', 'extended', 'suspended', 'withdrawalPending'];

/** Whether a change at its holder can still touch a label. */
export function isLiving({ state }: Pick<Label, 'state'>): boolean {
  return living.includes(state);
}

interface Notice extends Pick<NoticeOfChange, 'things' | 'on' | 'text'> {
  readonly number: string;
}

/** An owner or editor of the holder, or an officer, gives notice of what changed since the label was granted; gives the notice's id. */
export async function notifyChange(deps: Deps, asker: Asker, input: Notice): Promise<string> {
  const label = requireVisible(await deps.store.label(input.number));
  const { organisationId, applicationId } = label.context;
  const isHolder = mayEdit(asker, organisationId);
  if (!isHolder && !isOfficer(asker)) throw new LabelError('forbidden');
  const actor = await labelActor(deps, asker, label);
  if (!isHolder) requireDuty(actor, applicationId, 'change.note');
  refuseFor({ labelEnded: !isLiving(label) });
  const at = deps.clock.now().toISOString();
  requireNoFaults(noticeFaults(input));
  const text = input.text.trim();
  const by = isHolder ? 'holder' : 'office';
  const notice = noticeOf(deps, label, { ...input, text, edits: [], by }, { at, actor });
  await deps.store.commit([notice]);
  return notice.after.id;
}

/** What is wrong with a notice, as far as it was written. */
export function noticeFaults({
  things,
  text,
}: Pick<Notice, 'things'> & { readonly text?: string | undefined }): Fault[] {
  return [
    ...(things.length === 0 ? [fault('things', 'required')] : []),
    ...(text === undefined ? [] : reasonFaults(text, 'text')),
  ];
}

/** The field of the organisation's page that tells each thing. */
const thingOf: Readonly<Record<EditedField['field'], ChangedThing>> = {
  name: 'name',
  legalForm: 'legalForm',
  identifier: 'identifier',
  street: 'place',
  postcode: 'place',
  commune: 'place',
  sector: 'activity',
};

/**
 * What a holder edits on its organisation's page is a notice of change to each of its living labels, in the commit of the edit;
 * nothing where none of the fields is one that a label rests on.
 */
export async function noticesOfEdit(
  deps: Pick<Deps, 'store' | 'ids'>,
  before: Organisation,
  changed: Partial<Organisation>,
  meta: { readonly at: string; readonly actor: EventActor },
): Promise<readonly ChangeOf<'changes'>[]> {
  const fields = Object.keys(thingOf) as EditedField['field'][];
  const edits = fields
    .filter((field) => field in changed)
    .map((field) => ({ field, before: before[field] ?? '', after: changed[field] ?? '' }));
  if (edits.length === 0) return [];
  const labels = (await deps.store.labelsOf(before.id)).filter(isLiving);
  const things = [...new Set(edits.map(({ field }) => thingOf[field]))];
  const notice = { things, on: dayOf(meta.at), text: '', edits, by: 'edit' as const };
  return labels.map((label) => noticeOf(deps, label, notice, meta));
}

function noticeOf(
  deps: Pick<Deps, 'ids'>,
  { id: labelNumber, context }: Label,
  said: { readonly on: Day } & Pick<NoticeOfChange, 'things' | 'text' | 'edits' | 'by'>,
  { at, actor }: { readonly at: string; readonly actor: EventActor },
): ChangeOf<'changes'> {
  const { applicationId, organisationId } = context;
  const id = deps.ids.next();
  const { things, on, text, edits, by } = said;
  const stored: StoredChange = {
    machineVersion: currentVersion.change,
    state: 'notified',
    context: { changeId: id, applicationId, organisationId, labelNumber, effect: null, dueAt: null },
  };
  const rest = { words: [], followedBy: null, criteria: [], successorId: null } as const;
  const after = { id, ...stored, things, on, text, edits, by, notifiedAt: at, ...rest };
  return addItem(deps, 'changes', after, { at, actor, facts: ['change.notified'], data: { stored } });
}
