import { LabelError } from '../../../errors.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerCriterion } from '../selfAssessment/answerCriterion.ts';
import { addOffer, changeOffer } from '../selfAssessment/editOffers.ts';
import { setFacts } from '../selfAssessment/setFacts.ts';
import { type ImportInput, previewImport } from '../views/previewImport.ts';
import type { ImportPlan } from './planImport.ts';

/** The id that an offer of the file gets which is not there yet: made before it is taken, so that taking twice makes one. */
export interface NewOffer {
  /** Its number in the file. */
  readonly offer: number;
  readonly id: string;
}

/**
 * Takes an import up by the commands that take what is typed, one for each place's figures, each answer and each offer: what
 * was taken before a fault stays, and the same file again takes the rest. Gives how many lines were taken. A working copy of
 * another `revision` than the one that the person saw is `stale` where something would be replaced. What someone saves while
 * it is taken stays: an answer of theirs with the one of the file beside it, and their words of an offer make it `stale`.
 */
export async function applyImport(
  deps: Deps,
  asker: Asker,
  input: ImportInput & { readonly revision: number; readonly newOffers: readonly NewOffer[] },
): Promise<number> {
  const { plan, assessment } = await previewImport(deps, asker, input);
  const replaces = plan.lines.some(({ outcome }) => outcome === 'replaced');
  if (replaces && assessment.revision !== input.revision) throw new LabelError('stale');
  await carryOut(deps, asker, input, plan);
  return takenIn(plan);
}

/** How many lines a plan takes. */
export function takenIn({ lines }: ImportPlan): number {
  return lines.filter(({ outcome }) => outcome === 'new' || outcome === 'replaced').length;
}

async function carryOut(
  deps: Deps,
  asker: Asker,
  { applicationId, newOffers }: { readonly applicationId: string; readonly newOffers: readonly NewOffer[] },
  { offers, facts, answers }: ImportPlan,
): Promise<void> {
  const ids = new Map([[0, '']]);
  for (const { offer, known, after, changes } of offers) {
    if (!known) {
      const once = newOffers.find((one) => one.offer === offer)?.id;
      ids.set(offer, await addOffer(deps, asker, { applicationId, ...after, once }));
    } else {
      ids.set(offer, known.id);
      const change = { applicationId, offer: { id: known.id, ...after }, before: known };
      if (changes) await changeOffer(deps, asker, change);
    }
  }
  for (const [offer, given] of facts) {
    const place = { applicationId, offerId: ids.get(offer) ?? '' };
    if (Object.keys(given).length > 0) await setFacts(deps, asker, { ...place, facts: given });
  }
  for (const { offer, answer, before } of answers) {
    await answerCriterion(deps, asker, { applicationId, offerId: ids.get(offer) ?? '', answer, before });
  }
}
