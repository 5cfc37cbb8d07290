import { belongsTo } from '../../policies/organisation.ts';
import { isOver } from '../../policies/stages.ts';
import { everything } from '../../policies/view.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Application } from '../items/items.ts';
import type { ChangedThing, NoticeOfChange } from '../items/noticeOfChange.ts';
import type { Asker, Deps } from '../ports/ports.ts';

type With = Pick<Deps, 'store'>;

/** The organisation that applies after a change: the one that the office named, or the holder. */
export function applicantAfter({
  successorId,
  context,
}: Pick<NoticeOfChange, 'successorId' | 'context'>): string {
  return successorId ?? context.organisationId;
}

const handingOver: readonly ChangedThing[] = ['merger', 'successor'];

/** Whether who applies gets the answers and documents of the label's file: they are the holder's, who hands them over with its notice. */
export function isHandedOver(change: NoticeOfChange): boolean {
  if (applicantAfter(change) === change.context.organisationId) return true;
  return change.by === 'holder' && change.things.some((thing) => handingOver.includes(thing));
}

/**
 * A change that asks one's organisation for an application, with its label and who holds it; not found for any other organisation.
 * Where that is another one than the holder, its people see no more of the holder than what this gives.
 */
export async function successionOf(
  { store }: With,
  asker: Asker,
  { organisationId, changeId }: { readonly organisationId: string; readonly changeId: string },
) {
  requireVisible(belongsTo(asker, organisationId));
  const whole = store.seenBy(everything);
  const change = requireVisible(await whole.change(changeId));
  requireVisible(change.context.effect === 'application' && applicantAfter(change) === organisationId);
  return {
    change,
    label: requireVisible(await whole.label(change.context.labelNumber)),
    holder: requireVisible(await whole.organisation(change.context.organisationId)),
  };
}

/** What keeps its application from being begun now, by the code of its sentence. */
export async function successionBlockers({ store }: With, { state, followedBy }: NoticeOfChange) {
  const begun = followedBy === null ? null : await store.seenBy(everything).application(followedBy);
  return {
    changeSettled: state !== 'followUp' && state !== 'overdue',
    oneFileAtATime: begun !== null && !isOver(begun),
  };
}

const settled: readonly NoticeOfChange['state'][] = ['closed', 'dropped'];

/** The notice of change that an application answers; null where none does, or the office let it go meanwhile. */
export async function succeededBy({ store }: With, { id, context }: Application) {
  const change = context.succeeds && (await store.seenBy(everything).change(context.succeeds.change));
  return change && change.followedBy === id && !settled.includes(change.state) ? change : null;
}
