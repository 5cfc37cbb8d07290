import { requireVisible } from '../../common/requireVisible.ts';
import { correspondenceOf } from '../../file/correspondenceOf.ts';
import type { Side } from '../../items/correspondence.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { maxAttachments } from '../correspondence/attachments.ts';
import { correspondentOn } from '../correspondence/correspondent.ts';

/** What was written on a file. */
export type CorrespondenceList = Awaited<ReturnType<typeof listCorrespondence>>;
/** One subject of it. */
export type CorrespondencePage = Awaited<ReturnType<typeof viewCorrespondence>>;

/** All subjects on a file, what was written in last first, for someone of one side. On the pages of one side there is nothing for the other. */
export async function listCorrespondence(
  deps: Deps,
  asker: Asker,
  { applicationId, of }: { readonly applicationId: string; readonly of: Side },
) {
  const { application, side, blockers } = await correspondentOn(deps, asker, applicationId);
  requireVisible(side === of);
  const { id, state, submittedAt, context } = application;
  const [organisation, subjects, prepared] = await Promise.all([
    deps.store.organisation(context.organisationId),
    correspondenceOf(deps, applicationId, side),
    deps.store.preparedAttachments(applicationId, asker.id, maxAttachments),
  ]);
  return {
    application: { id, state, isSent: submittedAt !== null, labelNumber: context.labelNumber },
    organisation: requireVisible(organisation).name,
    side,
    isErased: Boolean(application.contentErasedAt),
    /** Why the asker may not write; empty where they may. */
    blockers,
    mayWrite: blockers.length === 0 && !application.contentErasedAt,
    subjects,
    /** What the asker brought for a message that is not sent yet. */
    prepared: prepared.map(({ id: attachmentId, name, size }) => ({ id: attachmentId, name, size })),
  };
}

/** The same with one of its subjects. */
export async function viewCorrespondence(
  deps: Deps,
  asker: Asker,
  {
    correspondenceId,
    ...file
  }: Parameters<typeof listCorrespondence>[2] & { readonly correspondenceId: string },
) {
  const { subjects, ...list } = await listCorrespondence(deps, asker, file);
  return { ...list, subject: requireVisible(subjects.find(({ id }) => id === correspondenceId)) };
}
