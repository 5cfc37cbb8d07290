import { carryOver } from '../../../criteria/carryOver.ts';
import { refuseFor } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { isRenewable, renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { type FileRef, ownApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, openScheme, schemeOf } from '../../common/schemeOf.ts';
import { isResumable } from '../../file/announced.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { startExtension } from '../scope/startExtension.ts';
import { requireNoDraft } from '../selfAssessment/openFiles.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';
import { labelCopy } from './labelCopy.ts';
import { startSuccession } from './startSuccession.ts';

/**
 * Opens the renewal of a label, within the time before its end that its rules give. It begins empty but for the names of the
 * offers and the documents: last cycle's answers stand beside it, to be confirmed one by one. Gives its number.
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
  const { copy, evidence } = await labelCopy(deps, label);
  return startApplication(deps, asker, { organisationId, from: { kind: 'renewal', copy, evidence } });
}

/**
 * Begins a new application with what was written in one that was withdrawn or lapsed: figures, answers, offers and documents,
 * as far as the criteria in force still ask for them. The old one stays as it ended. Gives the new one's number.
 */
export async function resumeApplication(deps: Deps, asker: Asker, input: FileRef) {
  const application = await ownApplication(deps, asker, input.applicationId, mayEdit);
  const { organisationId, criteriaVersion, scope, succeeds } = application.context;
  refuseFor({ notResumable: !isResumable(application) });
  if (succeeds) return startSuccession(deps, asker, { organisationId, changeId: succeeds.change });
  if (scope) return startExtension(deps, asker, { labelNumber: scope.label, resumed: application });
  await requireNoDraft(deps, organisationId);
  const copy = requireVisible(await deps.store.selfAssessment(application.id));
  const { scheme } = openScheme(deps);
  const renewed = await stillRenewed(deps, copy);
  const cycle = cycleOfCopy(renewed);
  const { assessment } = carryOver(schemeOf(deps, criteriaVersion).scheme, scheme, copy, cycle);
  const { offersNamed, showScores, certificates } = copy;
  const also = { offersNamed, showScores, ...(certificates && { certificates }) };
  const evidence = await deps.store.evidenceOf(application.id);
  const kind = cycle === 'renewal' ? cycle : 'initial';
  const from = { kind, copy: { ...assessment, ...also, ...renewed }, evidence } as const;
  return startApplication(deps, asker, { organisationId, from });
}

/** The cycle that it began with, as long as the label of that cycle can be renewed. */
async function stillRenewed({ store }: Pick<Deps, 'store'>, { earlier }: SelfAssessment) {
  const label = earlier ? await store.label(earlier.labelNumber) : null;
  return earlier && label && isRenewable(label) ? { earlier } : {};
}
