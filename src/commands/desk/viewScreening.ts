import { LabelError } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { appealDay } from '../application/screening/screenApplication.ts';
import { type ScreeningCheck, screeningChecks } from '../application/screening/screeningChecks.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { type OfficeFile, viewFile } from './viewFile.ts';

/** A file as an officer screens it. */
export interface ScreenedFile extends OfficeFile {
  readonly checks: readonly ScreeningCheck[];
  /** The last day to appeal, if it were declared ineligible today. */
  readonly appealBy: Day;
}

/** A submitted file with its checks, for an officer of another organisation. */
export async function viewScreening(deps: Deps, asker: Asker, applicationId: string): Promise<ScreenedFile> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await viewFile(deps, asker, applicationId);
  return {
    ...file,
    checks: screeningChecks(file.published.scheme, file.snapshot, deps.specimen),
    appealBy: appealDay(deps, file.application, dayOf(deps.clock.now().toISOString())),
  };
}
