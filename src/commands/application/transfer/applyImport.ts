import { LabelError } from '../../../errors.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerCriterion } from '../selfAssessment/answerCriterion.ts';
import { addOffer, changeOffer } from '../selfAssessment/editOffers.ts';
import { setFacts } from '../selfAssessment/setFacts.ts';
import { type ImportInput, previewImport } from '../views/previewImport.ts';
import type { ImportPlan } from './planImport.ts';

/** The id of a new offer, by its number in the file: made beforehand, so that importing twice adds one. */
export type NewOffer = { readonly offer: number; readonly id: string };
type Input = ImportInput & { readonly revision: number; readonly newOffers: readonly NewOffer[] };

/**
 * Carries out an import by the commands that save what is typed, one for each place's figures, each answer and each offer: what
 * was saved before a fault stays, and the same file again saves the rest. Gives how many lines were saved. A working copy of
 * another `revision` than the one that was read is `stale` where something would be replaced. What someone saves meanwhile
 * stays: an answer of theirs beside the one of the file, and an offer that they changed makes it `stale`.
 */
export async function applyImport(deps: Deps, asker: Asker, input: Input): Promise<number> {
  const { applicationId, newOffers } = input;
  const { plan, assessment } = await previewImport(deps, asker, input);
  const replaces = plan.lines.some(({ outcome }) => outcome === 'replaced');
  if (replaces && assessment.revision !== input.revision) throw new LabelError('stale');
  const ids = new Map([[0, '']]);
  for (const { offer, known, after, changes } of plan.offers) {
    const once = newOffers.find((one) => one.offer === offer)?.id;
    const id = known?.id ?? (await addOffer(deps, asker, { applicationId, ...after, once }));
    ids.set(offer, id);
    const change = { applicationId, offer: { id, ...after } };
    if (known && changes) await changeOffer(deps, asker, { ...change, before: known });
  }
  for (const [offer, given] of plan.facts) {
    const place = { applicationId, offerId: ids.get(offer) ?? '' };
    if (Object.keys(given).length > 0) await setFacts(deps, asker, { ...place, facts: given });
  }
  for (const { offer, answer, before } of plan.answers) {
    await answerCriterion(deps, asker, { applicationId, offerId: ids.get(offer) ?? '', answer, before });
  }
  return takenIn(plan);
}

/** How many lines a plan saves. */
export function takenIn({ lines }: ImportPlan): number {
  return lines.filter(({ outcome }) => outcome === 'new' || outcome === 'replaced').length;
}
