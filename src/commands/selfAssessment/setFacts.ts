import type { Facts } from '../../criteria/assessment.ts';
import { checkFacts } from '../../criteria/facts.ts';
import { LabelError } from '../../errors.ts';
import { found } from '../found.ts';
import type { Asker, Deps } from '../ports.ts';
import { traceOf } from '../traceOf.ts';
import { workingCopy } from './workingCopy.ts';

/** Saves figures of the organisation (`offerId` empty) or of an offer; all of them, or none and a fault for each that cannot be true. */
export async function setFacts(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly offerId: string; readonly facts: Facts },
): Promise<void> {
  const { applicationId, offerId, facts } = input;
  const { application, assessment, published } = await workingCopy(deps, asker, applicationId);
  const scope = offerId === '' ? 'organisation' : 'offer';
  const kept =
    offerId === '' ? assessment : found(assessment.offers.find((offer) => offer.offerId === offerId));
  const faults = checkFacts(published.scheme, scope, { ...kept.facts, ...facts }).filter(
    ({ fact }) => fact in facts,
  );
  if (faults.length > 0) {
    throw new LabelError('invalid', {
      faults: faults.map(({ fact, code, params }) => ({ field: fact, code, params })),
    });
  }
  const edit = { part: 'facts', offerId, facts } as const;
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(applicationId, edit, by);
}
