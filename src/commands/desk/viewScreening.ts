import { LabelError } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import { dayOf } from '../../register/day.ts';
import { screeningChecks } from '../application/screening/screeningChecks.ts';
import { appealDay } from '../common/appealDay.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { viewFile } from './viewFile.ts';

export type ScreenedFile = Awaited<ReturnType<typeof viewScreening>>;

/** A submitted file with its checks, for an officer of another organisation. */
export async function viewScreening(deps: Deps, asker: Asker, applicationId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await viewFile(deps, asker, applicationId);
  return {
    ...file,
    checks: screeningChecks(file.published.whole, file.snapshot, deps.specimen),
    /** The last day to appeal, if it were declared ineligible today. */
    appealBy: appealDay(deps, file.application, dayOf(deps.clock.now().toISOString())),
  };
}
