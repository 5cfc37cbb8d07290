import type { SubmitGate } from '../../../workflow/events.ts';
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

/** What can keep an application from being sent, whatever is in it. */
export interface SubmissionBlockers {
  /** Whether its version of the criteria still takes what was begun under it: until it is retired. */
  readonly versionOpen: boolean;
  /** Number of another application of the organisation that is under way. */
  readonly other: string | null;
}

/** Looks around an application before it is sent. */
export async function submissionBlockers(
  deps: Deps,
  application: {
    readonly id: string;
    readonly organisationId: string;
    readonly criteriaVersion: string;
  },
): Promise<SubmissionBlockers> {
  const others = await deps.store.applicationsOf([application.organisationId]);
  return {
    versionOpen: schemeOf(deps, application.criteriaVersion).scheme.status === 'published',
    other: others.find(({ id, state }) => id !== application.id && !aside.includes(state))?.id ?? null,
  };
}

/** The same as flags of the gate. */
export function flagsOf({
  versionOpen,
  other,
}: SubmissionBlockers): Pick<SubmitGate, 'versionOpen' | 'otherOpenApplication'> {
  return { versionOpen, otherOpenApplication: other !== null };
}
