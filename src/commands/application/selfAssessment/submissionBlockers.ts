import { isConfirmable, isExtendable } from '../../../policies/labelScope.ts';
import { dayOf } from '../../../register/day.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { overOn } from '../../items/heldCertificate.ts';
import type { Application, SelfAssessment } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { isUnderWay } from './openFiles.ts';

/** What can block a submission, whatever the application contains. */
export type SubmissionBlockers = Awaited<ReturnType<typeof submissionBlockers>>;

/** Reads what blocks the submission of an application from outside. */
export async function submissionBlockers(
  deps: Deps,
  {
    id,
    organisationId,
    criteriaVersion,
    scope,
  }: Pick<Application, 'id'> & Pick<Application['context'], 'organisationId' | 'criteriaVersion' | 'scope'>,
  { certificates }: Pick<SelfAssessment, 'certificates'>,
) {
  const others = await deps.store.applicationsOf([organisationId]);
  const label = scope && (await deps.store.label(scope.label));
  const isReconsideration = scope !== null && !('offers' in scope);
  const may = isReconsideration ? isConfirmable : isExtendable;
  return {
    /** Whether its version of the criteria still accepts submissions: until it is retired, and of a label that is there always. */
    versionOpen: scope !== null || schemeOf(deps, criteriaVersion).scheme.status === 'published',
    /** Number of another application of the organisation that is under way; a reconsideration, which has a day, waits for none. */
    other: isReconsideration ? null : (others.find((one) => one.id !== id && isUnderWay(one))?.id ?? null),
    /** Certificates that its answers lean on, and that are over. */
    over: overOn(certificates, dayOf(deps.clock.now().toISOString())),
    /** The label that it is about, and whether what is asked can be asked of it now; null for an application of its own. */
    label: scope && { number: scope.label, holds: label !== null && may(label) },
  };
}
