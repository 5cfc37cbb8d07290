import { LabelError } from '../../../errors.ts';
import { isAdministrator, isReviewer } from '../../../policies/who.ts';
import { agreementOf, byCriterion, type PersonalLine } from '../../../scoring/calibration.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type PersonCalibration, personCalibration } from '../calibration/personCalibration.ts';
import { readEvaluations } from './readEvaluations.ts';

/** One reviewer's calibration, criterion by criterion; nothing in it tells who the others are. */
export interface OwnCalibration {
  readonly all: PersonCalibration;
  readonly criteria: readonly { readonly criterion: string; readonly line: PersonalLine }[];
}

/** A reviewer's own, for themselves and for administrators. It reads that person's evaluations alone. */
export async function viewPersonCalibration(
  deps: Deps,
  asker: Asker,
  { personId }: { readonly personId: string },
): Promise<OwnCalibration> {
  const mayKnow = isAdministrator(asker) || (isReviewer(asker) && asker.id === personId);
  if (!mayKnow) throw new LabelError('forbidden');
  const person = requireVisible(await deps.store.person(personId));
  const evaluations = await readEvaluations(deps, personId);
  return {
    all: personCalibration(person, evaluations),
    criteria: [...byCriterion(evaluations.places)].map(([criterion, places]) => ({
      criterion,
      line: agreementOf(personId, places),
    })),
  };
}
