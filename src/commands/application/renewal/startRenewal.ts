import { carryOver } from '../../../criteria/carryOver.ts';
import { typeFact } from '../../../criteria/offer.ts';
import { refuseFor } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { isRenewable, renewalOpens } from '../../../policies/renewalWindow.ts';
import { dayOf } from '../../../register/day.ts';
import { type FileRef, ownApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, openScheme, schemeOf } from '../../common/schemeOf.ts';
import { isResumable } from '../../file/announced.ts';
import { labelFiles } from '../../file/labelFiles.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { startExtension } from '../scope/startExtension.ts';
import { requireNoDraft } from '../selfAssessment/openFiles.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';

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
  const files = await labelFiles(deps, label);
  const [{ snapshot }, ...since] = files;
  const { criteriaVersion, content } = snapshot;
  const { showScores } = content;
  const added = since.filter(({ application }) => application.context.kind === 'extension');
  const offers = [...content.offers, ...added.flatMap((file) => file.snapshot.content.offers)];
  const parts = added.flatMap((file) => file.snapshot.content.assessment.offers);
  const assessment = { ...content.assessment, offers: [...content.assessment.offers, ...parts] };
  const evidence = await Promise.all(files.map(({ application }) => deps.store.evidenceOf(application.id)));
  return startApplication(deps, asker, {
    organisationId,
    from: {
      kind: 'renewal',
      copy: {
        facts: {},
        answers: [],
        // The same good keeps its id, by which the register and this renewal recognise it.
        offers: offers.map(({ id, type }) => ({ offerId: id, facts: { [typeFact]: type }, answers: [] })),
        offersNamed: offers,
        showScores,
        earlier: { applicationId: last.id, labelNumber: label.id, criteriaVersion, assessment, offers },
      },
      evidence: evidence.flat(),
    },
  });
}

/**
 * Begins a new application with what was written in one that was withdrawn or lapsed: figures, answers, offers and documents,
 * as far as the criteria in force still ask for them. The old one stays as it ended. Gives the new one's number.
 */
export async function resumeApplication(deps: Deps, asker: Asker, input: FileRef) {
  const application = await ownApplication(deps, asker, input.applicationId, mayEdit);
  const { organisationId, criteriaVersion, scope } = application.context;
  refuseFor({ notResumable: !isResumable(application) });
  if (scope) return startExtension(deps, asker, { labelNumber: scope.label, resumed: application });
  await requireNoDraft(deps, organisationId);
  const copy = requireVisible(await deps.store.selfAssessment(application.id));
  const { scheme } = openScheme(deps);
  const renewed = await stillRenewed(deps, copy);
  const cycle = cycleOfCopy(renewed);
  const { assessment } = carryOver(schemeOf(deps, criteriaVersion).scheme, scheme, copy, cycle);
  const { offersNamed, showScores } = copy;
  const evidence = await deps.store.evidenceOf(application.id);
  const kind = cycle === 'renewal' ? cycle : 'initial';
  const from = { kind, copy: { ...assessment, offersNamed, showScores, ...renewed }, evidence } as const;
  return startApplication(deps, asker, { organisationId, from });
}

/** The cycle that it began with, as long as the label of that cycle can be renewed. */
async function stillRenewed({ store }: Pick<Deps, 'store'>, { earlier }: SelfAssessment) {
  const label = earlier ? await store.label(earlier.labelNumber) : null;
  return earlier && label && isRenewable(label) ? { earlier } : {};
}
