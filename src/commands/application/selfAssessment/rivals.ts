import { saySame } from '../../../criteria/answerContent.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import { LabelError, refuseFor } from '../../../errors.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { RivalAnswer } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from './answerIn.ts';

/** More than people can have left to choose; past it they choose first. */
const maxRivals = 50;

/** An answer to keep beside another; `rival` is what the same person had kept there. */
export interface SecondAnswer {
  readonly applicationId: string;
  /** Empty for the organisation's criteria. */
  readonly offerId: string;
  readonly answer: Answer;
  readonly rival?: string | undefined;
}

/**
 * Keeps an answer that came second beside the one that came first, until someone chooses. Said twice it is kept once; it
 * takes the place of `rival`. Null when it says what the first one says.
 */
export async function keepRival(deps: Deps, asker: Asker, input: SecondAnswer): Promise<RivalAnswer | null> {
  const { applicationId, offerId, answer } = input;
  return retryOnConflict(async () => {
    const { application, assessment } = await workingCopy(deps, asker, applicationId);
    // Kept for an offer that is gone, nobody could choose it, and it would block sending forever.
    if (offerId !== '') requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
    if (saySame(answerIn(assessment, { offerId, criterion: answer.criterion }), answer)) return null;
    const rivals = assessment.rivals ?? [];
    const own = rivals.filter(
      (rival) =>
        rival.by === asker.id && rival.offerId === offerId && rival.answer.criterion === answer.criterion,
    );
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

/**
 * Ends a rival: the answer that came `first` stays, or the one that came `second` takes its place. `stale` when one of the
 * two is not any more as it was seen (their revisions): nobody chooses against words that they did not read.
 */
export async function chooseAnswer(
  deps: Deps,
  asker: Asker,
  input: {
    readonly applicationId: string;
    readonly rival: string;
    readonly choice: 'first' | 'second';
    readonly seen: { readonly first: number; readonly second: number };
  },
): Promise<CriterionPlace> {
  const { applicationId, choice, seen } = input;
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  const rival = requireVisible(assessment.rivals?.find(({ id }) => id === input.rival));
  const { offerId, answer: second } = rival;
  const place = { offerId, criterion: second.criterion };
  if (offerId !== '') requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  const before = answerIn(assessment, place);
  if ((before?.revision ?? 0) !== seen.first || (second.revision ?? 0) !== seen.second) {
    throw new LabelError('stale');
  }
  const { files: _, ...said } = second;
  const revision = (before?.revision ?? 0) + 1;
  // Documents are joined to the place, not to one of the two.
  const files = before?.files && { files: before.files };
  const answer = choice === 'second' ? { ...said, ...files, revision } : null;
  await edit({ part: 'choice', rival, before, answer });
  return place;
}
