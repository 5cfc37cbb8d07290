import { mayEdit, roleIn } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { NoticeOfChange } from '../../items/noticeOfChange.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isLiving } from './notifyChange.ts';

export type OwnChanges = Awaited<ReturnType<typeof viewOwnChanges>>;

/** The notices of change on a label, for the people of the organisation that holds it. */
export async function viewOwnChanges(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
) {
  requireVisible(roleIn(asker, organisationId));
  const label = requireVisible(await deps.store.label(number));
  requireVisible(label.context.organisationId === organisationId);
  const changes = await deps.store.changesOf([number]);
  return {
    label,
    organisation: requireVisible(await deps.store.organisation(organisationId)),
    changes: await Promise.all(changes.map((change) => ownNotice(deps, change))),
    mayNotify: isLiving(label) && mayEdit(asker, organisationId),
  };
}

/** A notice as its holder reads it: the application of another organisation is named by that organisation alone. */
async function ownNotice({ store }: Pick<Deps, 'store'>, change: NoticeOfChange) {
  const { id, state, context, things, on, text, edits, by, notifiedAt, words, followedBy } = change;
  const { effect, dueAt } = context;
  const { successorId } = change;
  // Its name is told the holder, as in the letter; it sees nothing else of it.
  const next = successorId === null ? null : await store.seenBy(everything).organisation(successorId);
  const waits = effect === 'application' && next === null && (state === 'followUp' || state === 'overdue');
  return {
    ...{ id, state, effect, dueAt, things, on, text, edits, by, notifiedAt, words, waits },
    successor: next?.name ?? null,
    followedBy: next === null ? followedBy : null,
  };
}
