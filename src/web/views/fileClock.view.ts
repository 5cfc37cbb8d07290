import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { clockOf } from '../../commands/file/clockOf.ts';

/** The clock of an application for its own people; null where none runs. */
export function applicantClock({ application, information, organisation }: ApplicantFile, now: string) {
  const { state, submittedAt } = application;
  return clockOf({ state, submittedAt, information }, organisation.region, now);
}
