import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** States in which an application does not block another: not sent yet, ended, or refused without an appeal. */
const aside: readonly Application['state'][] = [
  'draft',
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
];

/** What can block a submission, whatever the application contains. */
export type SubmissionBlockers = Awaited<ReturnType<typeof submissionBlockers>>;

/** Reads what blocks the submission of an application from outside. */
export async function submissionBlockers(
  deps: Deps,
  { id, organisationId, criteriaVersion }: Record<'id' | 'organisationId' | 'criteriaVersion', string>,
) {
  const others = await deps.store.applicationsOf([organisationId]);
  return {
    /** Whether its version of the criteria still accepts submissions: until it is retired. */
    versionOpen: schemeOf(deps, criteriaVersion).scheme.status === 'published',
    /** Number of another application of the organisation that is under way. */
    other: others.find((one) => one.id !== id && !aside.includes(one.state))?.id ?? null,
  };
}
