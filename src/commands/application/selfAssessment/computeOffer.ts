import type { OfferLine } from '../../../criteria/assessment.ts';
import { countedFacts, maxLines, sumOf } from '../../../criteria/offerLines.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { partOf } from './answerIn.ts';
import { setFacts } from './setFacts.ts';

interface Input extends FileRef {
  readonly offerId: string;
  readonly lines: readonly OfferLine[];
  readonly sure?: Readonly<Record<string, number | null>>;
}

/** Adds up the lines of an offer that count into its base and the part made here; the lines are kept with the offer. No line changes no figure. */
export async function computeOffer(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { applicationId, offerId, lines, sure = {} } = input;
  const { assessment, published } = await workingCopy(deps, asker, applicationId);
  const { whole, part } = requireVisible(countedFacts(published.scheme));
  const { facts: stored } = requireVisible(partOf(assessment, offerId));
  const tooMany = lines.length > maxLines ? [fault('lines', 'tooLarge', { limit: maxLines })] : [];
  requireNoFaults([...lines.flatMap(lineFaults), ...tooMany]);
  const { type } = requireVisible(assessment.offersNamed.find(({ id }) => id === offerId));
  const sum = sumOf(lines, type);
  const sums = lines.length === 0 ? {} : { [whole.id]: sum.whole, [part.id]: sum.part };
  const facts = Object.fromEntries(Object.entries(sums).filter(([fact, value]) => stored[fact] !== value));
  await setFacts(deps, asker, { applicationId, offerId, facts, sure, lines });
}

function lineFaults({ what, amount, here }: OfferLine, i: number): Fault[] {
  const n = i + 1;
  if (what === '') return [fault(`what${n}`, 'required')];
  if (amount < 0) return [fault(`amount${n}`, 'negative', { value: amount })];
  if (here < 0) return [fault(`here${n}`, 'negative', { value: here })];
  return here > amount ? [fault(`here${n}`, 'hereAboveAmount', { here, amount })] : [];
}
