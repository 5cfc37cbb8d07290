import type { Answer } from '../../criteria/assessment.ts';
import { LabelError } from '../../errors.ts';
import { found } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { traceOf } from '../traceOf.ts';
import { workingCopy } from './workingCopy.ts';

/** Saves one answer at once, in place of the one before; `offerId` is empty for the organisation's criteria. */
export async function answerCriterion(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly offerId: string; readonly answer: Answer },
): Promise<void> {
  const { applicationId, offerId, answer } = input;
  const { application, assessment, published } = await workingCopy(deps, asker, applicationId);
  const criterion = found(published.scheme.criteria.find((c) => c.id === answer.criterion));
  const theme = found(published.scheme.themes.find((t) => t.id === criterion.theme));
  if ((theme.scope === 'offer') !== (offerId !== '')) throw new LabelError('notFound');
  if (offerId !== '') found(assessment.offersNamed.find((offer) => offer.id === offerId));
  if (answer.na && !criterion.na) {
    throw new LabelError('invalid', { faults: [{ field: 'na', code: 'naNotAllowed' }] });
  }
  const { answers } =
    offerId === '' ? assessment : found(assessment.offers.find((o) => o.offerId === offerId));
  const before = answers.find((given) => given.criterion === answer.criterion) ?? null;
  const edit = { part: 'answer', offerId, answer, before } as const;
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(applicationId, edit, by);
}
