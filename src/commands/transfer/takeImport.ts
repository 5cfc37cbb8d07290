import { LabelError } from '../../errors.ts';
import type { Asker, Deps } from '../ports.ts';
import { addOffer } from '../selfAssessment/addOffer.ts';
import { answerCriterion } from '../selfAssessment/answerCriterion.ts';
import { changeOffer } from '../selfAssessment/changeOffer.ts';
import { setFacts } from '../selfAssessment/setFacts.ts';
import { untilTaken } from '../untilTaken.ts';
import type { ImportPlan } from './planImport.ts';
import { type ImportInput, previewImport } from './previewImport.ts';

/**
 * Takes an import up by the commands that take what is typed, one for each place's figures, each answer and each offer: what
 * was taken before a fault stays, and the same file again takes the rest. Gives how many lines were taken. A working copy of
 * another `revision` than the one that the person saw is `stale` where something would be replaced.
 */
export async function takeImport(
  deps: Deps,
  asker: Asker,
  input: ImportInput & { readonly revision: number },
): Promise<number> {
  const first = await previewImport(deps, asker, input);
  const taken = takenIn(first.plan);
  const replaces = first.plan.lines.some(({ outcome }) => outcome === 'replaced');
  if (replaces && first.assessment.revision !== input.revision) throw new LabelError('stale');
  await untilTaken(async () => {
    const { application, plan } = await previewImport(deps, asker, input);
    await carryOut(deps, asker, application.id, plan);
  });
  return taken;
}

/** How many lines a plan takes. */
export function takenIn({ lines }: ImportPlan): number {
  return lines.filter(({ outcome }) => outcome === 'new' || outcome === 'replaced').length;
}

async function carryOut(
  deps: Deps,
  asker: Asker,
  applicationId: string,
  { offers, facts, answers }: ImportPlan,
): Promise<void> {
  const ids = new Map([[0, '']]);
  for (const { offer, known, after, changes } of offers) {
    if (!known) ids.set(offer, await addOffer(deps, asker, { applicationId, ...after }));
    else {
      ids.set(offer, known.id);
      if (changes) await changeOffer(deps, asker, { applicationId, offer: { id: known.id, ...after } });
    }
  }
  for (const [offer, given] of facts) {
    const place = { applicationId, offerId: ids.get(offer) ?? '' };
    if (Object.keys(given).length > 0) await setFacts(deps, asker, { ...place, facts: given });
  }
  for (const { offer, answer } of answers) {
    await answerCriterion(deps, asker, { applicationId, offerId: ids.get(offer) ?? '', answer });
  }
}
