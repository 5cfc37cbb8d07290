import { carryOver } from '../../../criteria/carryOver.ts';
import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { isRenewable } from '../../../policies/renewalWindow.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { cycleOfCopy, schemeOf } from '../../common/schemeOf.ts';
import { isResumable } from '../../file/announced.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { startApplication } from '../selfAssessment/startApplication.ts';
import { requireNoDraft } from './requireNoDraft.ts';

/**
 * Begins a new application with what was written in one that was withdrawn or lapsed: figures, answers, offers and documents,
 * as far as the criteria in force still ask for them. The old one stays as it ended. Gives the new one's number.
 */
export async function resumeApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<string> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  const { organisationId, criteriaVersion } = application.context;
  requireVisible(mayEdit(asker, organisationId) || null);
  if (!isResumable(application)) throw new LabelError('refused', { reasons: ['notResumable'] });
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
async function stillRenewed(
  { store }: Pick<Deps, 'store'>,
  { earlier }: SelfAssessment,
): Promise<SelfAssessment['earlier']> {
  const label = earlier ? await store.label(earlier.labelNumber) : null;
  return label && isRenewable(label) ? earlier : undefined;
}
