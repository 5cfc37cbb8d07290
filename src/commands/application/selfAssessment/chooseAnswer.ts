import { LabelError } from '../../../errors.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from './answerIn.ts';

/**
 * Ends a rival: the answer that came `first` stays, or the one that came `second` takes its place. `stale` when one of the
 * two is not any more as it was seen (their revisions): nobody chooses against words that they did not read.
 */
export async function chooseAnswer(
  deps: Deps,
  asker: Asker,
  input: {
    readonly applicationId: string;
    readonly rival: string;
    readonly choice: 'first' | 'second';
    readonly seen: { readonly first: number; readonly second: number };
  },
): Promise<{ readonly offerId: string; readonly criterion: string }> {
  const { applicationId, choice, seen } = input;
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  const rival = requireVisible(assessment.rivals?.find(({ id }) => id === input.rival));
  const { offerId, answer: second } = rival;
  const place = { offerId, criterion: second.criterion };
  if (offerId !== '') requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  const before = answerIn(assessment, place);
  if ((before?.revision ?? 0) !== seen.first || (second.revision ?? 0) !== seen.second) {
    throw new LabelError('stale');
  }
  const { files: _, ...said } = second;
  const revision = (before?.revision ?? 0) + 1;
  // Documents are joined to the place, not to one of the two.
  const files = before?.files && { files: before.files };
  const answer = choice === 'second' ? { ...said, ...files, revision } : null;
  await edit({ part: 'choice', rival, before, answer });
  return place;
}
