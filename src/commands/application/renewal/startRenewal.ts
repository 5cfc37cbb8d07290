import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { isRenewable, renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';
import { requireNoDraft } from './requireNoDraft.ts';

/**
 * Opens the renewal of a label, within the time before its end that its rules give. It begins empty but for the names of the
 * offers and the documents: what was answered last time stands beside it, to be said again one by one. Gives its number.
 */
export async function startRenewal(
  deps: Deps,
  asker: Asker,
  input: { readonly labelNumber: string },
): Promise<string> {
  const label = requireVisible(await deps.store.label(input.labelNumber));
  const { organisationId, applicationId } = label.context;
  requireVisible(mayEdit(asker, organisationId) || null);
  if (!isRenewable(label)) throw new LabelError('refused', { reasons: ['labelNotRenewable'] });
  const last = requireVisible(await deps.store.application(applicationId));
  const { validity } = schemeOf(deps, last.context.criteriaVersion).scheme;
  const today = dayOf(deps.clock.now().toISOString());
  if (today < renewalOpens(label.context, validity.renewalWindowDays)) {
    throw new LabelError('refused', { reasons: ['renewalTooEarly'] });
  }
  await requireNoDraft(deps, organisationId);
  const snapshot = requireVisible(await deps.store.snapshot(last.id, last.context.snapshots));
  const { assessment, offers } = snapshot.content;
  const { criteriaVersion } = snapshot;
  return startApplication(deps, asker, {
    organisationId,
    from: {
      kind: 'renewal',
      copy: {
        facts: {},
        answers: [],
        // The same good keeps its id, so that it is known again in the register and here.
        offers: offers.map(({ id, type }) => ({ offerId: id, facts: { O00: type }, answers: [] })),
        offersNamed: offers,
        showScores: snapshot.content.showScores,
        earlier: { applicationId: last.id, labelNumber: label.id, criteriaVersion, assessment, offers },
      },
      evidence: await deps.store.evidenceOf(last.id),
    },
  });
}
