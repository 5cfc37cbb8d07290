import { saySame } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import { LabelError, refuseFor } from '../../../errors.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { RivalAnswer } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from './answerIn.ts';

/** More than people can have left to choose; past it they choose first. */
const maxRivals = 50;

/** An answer to keep beside another; `rival` is what the same person had kept there. */
export interface SecondAnswer extends FileRef {
  /** Empty for the organisation's criteria. */
  readonly offerId: string;
  readonly answer: Answer;
  readonly rival?: string | undefined;
}

/**
 * Keeps an answer that came second beside the one that came first, until someone chooses; sent twice it is kept once. It
 * replaces `rival`. Null when it says the same as the first one.
 */
export async function keepRival(deps: Deps, asker: Asker, input: SecondAnswer): Promise<RivalAnswer | null> {
  const { applicationId, offerId, answer } = input;
  return retryOnConflict(async () => {
    const { application, assessment } = await workingCopy(deps, asker, applicationId);
    // Kept for an offer that is gone, nobody could choose it, and it would block the submission forever.
    if (offerId !== '') requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
    if (saySame(answerIn(assessment, { offerId, criterion: answer.criterion }), answer)) return null;
    const rivals = assessment.rivals ?? [];
    const here = rivals.filter((one) => one.offerId === offerId && one.answer.criterion === answer.criterion);
    const own = here.filter(({ by }) => by === asker.id);
    const known = own.find((rival) => saySame(rival.answer, answer));
    if (known) return known;
    const before = own.find(({ id }) => id === input.rival) ?? null;
    refuseFor({ rivalsEnough: !before && rivals.length >= maxRivals });
    const by = traceOf(deps, asker, application.context.organisationId);
    const rival: RivalAnswer = {
      id: before?.id ?? deps.ids.next(),
      offerId,
      answer: { ...answer, revision: (before?.answer.revision ?? 0) + 1 },
      by: asker.id,
      at: by.at,
    };
    await deps.store.editSelfAssessment(applicationId, { part: 'rival', rival, before, max: maxRivals }, by);
    return rival;
  });
}

/** Which of two answers is chosen, and the revisions of both as they were read. */
interface Choice extends FileRef, Record<'first' | 'second', number> {
  readonly rival: string;
  readonly choice: 'first' | 'second';
}

/**
 * Ends a rival: the answer that came `first` stays, or the one that came `second` takes its place. `stale` when one of the
 * two is no longer as it was read. Gives the place of the criterion.
 */
export async function chooseAnswer(deps: Deps, asker: Asker, input: Choice) {
  const { applicationId, choice } = input;
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  const rival = requireVisible(assessment.rivals?.find(({ id }) => id === input.rival));
  const { offerId, answer: second } = rival;
  const place = { offerId, criterion: second.criterion };
  if (offerId !== '') requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  const before = answerIn(assessment, place);
  const revision = before?.revision ?? 0;
  if (revision !== input.first || (second.revision ?? 0) !== input.second) throw new LabelError('stale');
  const { files: _, ...typed } = second;
  // Documents are joined to the place, not to one of the two.
  const files = before?.files && { files: before.files };
  const answer = choice === 'second' ? { ...typed, ...files, revision: revision + 1 } : null;
  await edit({ part: 'choice', rival, before, answer });
  return place;
}
