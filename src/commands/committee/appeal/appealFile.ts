import { hadPart, isFreeToJudge } from '../../../policies/appeal.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application, Person, Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/** Which appeal a form is about, as it was read. */
export interface AppealInput {
  readonly appealId: string;
  readonly revision: number;
}

/** An appeal with the file that it is about. */
export interface AppealFile {
  readonly appeal: Appeal;
  readonly application: Application;
  readonly reviews: readonly Review[];
}

/** Loads it; who may see what of it is for the caller to say. */
export async function appealFile(deps: Pick<Deps, 'store'>, appealId: string): Promise<AppealFile> {
  const appeal = requireVisible(await deps.store.appeal(appealId));
  const { applicationId } = appeal.context;
  return {
    appeal,
    application: requireVisible(await deps.store.application(applicationId)),
    reviews: await deps.store.reviewsOf(applicationId),
  };
}

/** The same as it was read, for who judges or may judge it; to a member of the committee with a part or a tie it does not exist. */
export async function appealToJudge(deps: Deps, asker: Person, { appealId, revision }: AppealInput) {
  const file = await appealFile(deps, appealId);
  const tied = await hasConflict(deps, asker, file.appeal.context.organisationId);
  requireVisible(isFreeToJudge(asker, file) && !tied);
  requireRevision(file.appeal, revision);
  return { ...file, tookPart: hadPart(asker, file) };
}
