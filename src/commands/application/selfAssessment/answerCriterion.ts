import type { Answer } from '../../../criteria/assessment.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsAt } from '../../../criteria/figuresAt.ts';
import { faultOfNa, notApplicable } from '../../../criteria/notApplicable.ts';
import type { Criterion, PublishedScheme } from '../../../criteria/scheme.ts';
import { invalid, LabelError } from '../../../errors.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, rulesOf } from '../../common/schemeOf.ts';
import { traceOf } from '../../common/traceOf.ts';
import { openApplication } from '../../file/workingCopy.ts';
import type { RivalAnswer } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from './answerIn.ts';
import { keepRival, type SecondAnswer } from './rivals.ts';

interface Input extends SecondAnswer {
  /** The answer that this one replaces, as it was read; what is there now by default. */
  readonly before?: Answer | null;
  /** Someone else changed the answer since this one was started: it does not replace theirs. */
  readonly late?: boolean;
}

/**
 * Saves one answer at once, in place of the one before. Where someone else was quicker both are kept: then it gives the
 * rival that this one became, otherwise null.
 */
export async function answerCriterion(deps: Deps, asker: Asker, input: Input): Promise<RivalAnswer | null> {
  const { applicationId, offerId, late = false } = input;
  const { context } = await openApplication(deps, asker, applicationId);
  const criterion = requireCriterion(rulesOf(deps, context), offerId, input.answer.criterion);
  if (input.answer.na) await requireNa(deps, criterion, input);
  if (late) return keepRival(deps, asker, input);
  // Whoever names the answer that this one replaces has read it; the write detects another one there.
  const before = input.before === undefined ? await presentAnswer(deps, input) : input.before;
  const answer = { ...input.answer, revision: (before?.revision ?? 0) + 1 };
  const by = traceOf(deps, asker, context.organisationId);
  try {
    const edit = { part: 'answer', offerId, answer, before } as const;
    await deps.store.editSelfAssessment(applicationId, edit, by);
    return null;
  } catch (error) {
    const wasQuicker = error instanceof LabelError && error.code === 'stale' && input.before !== undefined;
    if (!wasQuicker) throw error;
    return keepRival(deps, asker, input);
  }
}

/** The criterion of the organisation (`offerId` empty) or of an offer; `notFound` where the file asks for no such place. */
export function requireCriterion({ scheme }: PublishedScheme, offerId: string, id: string): Criterion {
  const scope = offerId === '' ? 'organisation' : 'offer';
  return requireVisible(criteriaOf(scheme, scope).find((criterion) => criterion.id === id));
}

/** `invalid` where the rule, or the stored figures, do not allow the answer to be "not applicable". */
async function requireNa(deps: Pick<Deps, 'store'>, criterion: Criterion, { applicationId, offerId }: Input) {
  const copy = requireVisible(await deps.store.selfAssessment(applicationId));
  // Claimed before the figures changed, it blocks the submission, but not an edit of the text beside it.
  if (answerIn(copy, { offerId, criterion: criterion.id })?.na) return;
  const code = faultOfNa(notApplicable(criterion, factsAt(copy, offerId), cycleOfCopy(copy)));
  if (code !== null) throw invalid('na', code);
}

async function presentAnswer(deps: Pick<Deps, 'store'>, { applicationId, offerId, answer }: Input) {
  const assessment = requireVisible(await deps.store.selfAssessment(applicationId));
  if (offerId !== '') requireVisible(assessment.offers.find((offer) => offer.offerId === offerId));
  return answerIn(assessment, { offerId, criterion: answer.criterion });
}
