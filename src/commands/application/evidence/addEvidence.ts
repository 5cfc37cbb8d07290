import { workingCopy } from '../../file/workingCopy.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { keepFile, type NewFile } from './keepFile.ts';
import { openForEvidence } from './openForEvidence.ts';
import { type Covered, requirePeriod } from './requirePeriod.ts';
import { type CriterionPlace, requirePlace } from './requirePlace.ts';

interface Input extends Omit<NewFile, keyof Covered>, Partial<Covered> {
  /** The criterion that it is joined to at once. */
  readonly place?: CriterionPlace | undefined;
}

/**
 * Adds a file to an application as a new document, joined to its criterion in the same commit, once it is clean, or `invalid` with what is wrong with it; nothing is kept
 * then. Gives it as kept.
 */
export async function addEvidence(deps: Deps, asker: Asker, input: Input): Promise<Evidence> {
  const { applicationId, name, bytes, from = null, until = null, place } = input;
  if (place) {
    const { published, assessment } = await workingCopy(deps, asker, applicationId);
    requirePlace(published, assessment, place);
  } else await openForEvidence(deps, asker, applicationId);
  requirePeriod({ from, until });
  return keepFile(deps, asker, { applicationId, name, bytes, from, until }, null, place);
}
