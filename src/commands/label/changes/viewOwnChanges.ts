import { mayEdit, roleIn } from '../../../policies/organisation.ts';
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
  const changes = await deps.store.changesOf(number);
  return {
    label,
    organisation: requireVisible(await deps.store.organisation(organisationId)),
    changes: changes.map(ownNotice),
    mayNotify: isLiving(label) && mayEdit(asker, organisationId),
  };
}

/** A notice as its holder reads it. */
function ownNotice({
  id,
  state,
  context,
  things,
  on,
  text,
  edits,
  by,
  notifiedAt,
  words,
  followedBy,
}: NoticeOfChange) {
  const { effect, dueAt } = context;
  return { id, state, effect, dueAt, things, on, text, edits, by, notifiedAt, words, followedBy };
}
