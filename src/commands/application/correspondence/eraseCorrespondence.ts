import { systemActor } from '../../common/actor.ts';
import { changeItem } from '../../common/noteOn.ts';
import { maxSubjects } from '../../file/correspondenceOf.ts';
import type { Deps } from '../../ports/ports.ts';

/** What takes away all that was written on a file, and the digests of its files; who wrote when stays in the chains. */
export async function erasedCorrespondence(
  deps: Pick<Deps, 'store' | 'ids'>,
  applicationId: string,
  at: string,
) {
  const all = await deps.store.correspondenceOn(applicationId, maxSubjects);
  const open = all.filter(({ contentErasedAt }) => contentErasedAt === undefined);
  const line = { at, actor: systemActor, facts: ['correspondence.contentErased'] } as const;
  const blank = { subject: '', messages: [], awaits: null, awaitsSince: null, contentErasedAt: at };
  return {
    changes: open.map((one) => changeItem(deps, 'correspondence', one, blank, line)),
    files: open.flatMap(({ messages }) =>
      messages.flatMap(({ attachments }) => attachments.map(({ digest }) => digest)),
    ),
  };
}
