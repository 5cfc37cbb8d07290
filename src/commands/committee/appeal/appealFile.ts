import { hadPart, isFreeToJudge } from '../../../policies/appeal.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

export type AppealInput = ItemInput<'appealId'>;

/** An appeal with the file that it is about. */
export type AppealFile = Awaited<ReturnType<typeof appealFile>>;

/** Loads it; the caller checks who may see what of it. */
export async function appealFile(deps: Pick<Deps, 'store'>, appealId: string) {
  const appeal = requireVisible(await deps.store.appeal(appealId));
  return { appeal, ...(await reviewedFile(deps, appeal.context.applicationId)) };
}

/** The same at the revision that was read, for who judges or may judge it; not found for members with an earlier part or a tie. */
export async function appealToJudge(deps: Deps, asker: Asker, { appealId, revision }: AppealInput) {
  const file = await appealFile(deps, appealId);
  const tied = await hasConflict(deps, asker, file.appeal.context.organisationId);
  requireVisible(isFreeToJudge(asker, file) && !tied);
  requireRevision(file.appeal, revision);
  const eventMeta = await eventMetaOn(deps, asker, file.application);
  return { ...file, tookPart: hadPart(asker, file), eventMeta };
}
