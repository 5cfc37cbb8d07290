import { carryOver } from '../../../criteria/carryOver.ts';
import { typeFact } from '../../../criteria/offer.ts';
import { refuseFor } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { isRenewable, renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { ownApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, schemeOf } from '../../common/schemeOf.ts';
import { isResumable } from '../../file/announced.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';

/**
 * Opens the renewal of a label, within the time before its end that its rules give. It begins empty but for the names of the
 * offers and the documents: what was answered last time stands beside it, to be said again one by one. Gives its number.
 */
export async function startRenewal(deps: Deps, asker: Asker, input: { readonly labelNumber: string }) {
  const label = requireVisible(await deps.store.label(input.labelNumber));
  const { organisationId, applicationId } = label.context;
  requireVisible(mayEdit(asker, organisationId));
  refuseFor({ labelNotRenewable: !isRenewable(label) });
  const last = requireVisible(await deps.store.application(applicationId));
  const { validity } = schemeOf(deps, last.context.criteriaVersion).scheme;
  const today = dayOf(deps.clock.now().toISOString());
  refuseFor({ renewalTooEarly: today < renewalOpens(label.context, validity.renewalWindowDays) });
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
        offers: offers.map(({ id, type }) => ({ offerId: id, facts: { [typeFact]: type }, answers: [] })),
        offersNamed: offers,
        showScores: snapshot.content.showScores,
        earlier: { applicationId: last.id, labelNumber: label.id, criteriaVersion, assessment, offers },
      },
      evidence: await deps.store.evidenceOf(last.id),
    },
  });
}

/**
 * Begins a new application with what was written in one that was withdrawn or lapsed: figures, answers, offers and documents,
 * as far as the criteria in force still ask for them. The old one stays as it ended. Gives the new one's number.
 */
export async function resumeApplication(deps: Deps, asker: Asker, input: { readonly applicationId: string }) {
  const application = await ownApplication(deps, asker, input.applicationId, mayEdit);
  const { organisationId, criteriaVersion } = application.context;
  refuseFor({ notResumable: !isResumable(application) });
  await requireNoDraft(deps, organisationId);
  const copy = requireVisible(await deps.store.selfAssessment(application.id));
  const { scheme } = schemeOf(deps, deps.openVersion);
  const earlier = await stillRenewed(deps, copy);
  const cycle = cycleOfCopy({ ...(earlier && { earlier }) });
  const { assessment } = carryOver(schemeOf(deps, criteriaVersion).scheme, scheme, copy, cycle);
  return startApplication(deps, asker, {
    organisationId,
    from: {
      kind: earlier ? 'renewal' : 'initial',
      copy: {
        ...assessment,
        offersNamed: copy.offersNamed,
        showScores: copy.showScores,
        ...(earlier && { earlier }),
      },
      evidence: await deps.store.evidenceOf(application.id),
    },
  });
}

/** The cycle that it began with, as long as the label of that cycle can be renewed. */
async function stillRenewed({ store }: Pick<Deps, 'store'>, { earlier }: SelfAssessment) {
  const label = earlier ? await store.label(earlier.labelNumber) : null;
  return label && isRenewable(label) ? earlier : undefined;
}

/** Refuses to begin an application beside one that is being written. */
async function requireNoDraft({ store }: Pick<Deps, 'store'>, organisationId: string): Promise<void> {
  const applications = await store.applicationsOf([organisationId]);
  refuseFor({ draftOpen: applications.some(({ state }) => state === 'draft') });
}
