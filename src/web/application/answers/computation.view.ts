import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Offer } from '../../../criteria/offer.ts';
import { countedFacts, maxLines, sumOf } from '../../../criteria/offerLines.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { typedNumber } from './facts.view.ts';
import { offerSeen } from './ownOffer.view.ts';
import { scoreView } from './score.view.ts';

/** The lines that add up to what an offer is made of. Their fields are `what<n>`, `amount<n>` and `here<n>`. */
export type ComputationView = ReturnType<typeof computationView>;

/** Empty lines that are shown below those that are filled. */
const spare = 4;

/** The view of an offer's computation. */
export function computationView(file: ApplicantFile, offer: Offer, words: Translator) {
  const part = file.assessment.offers.find(({ offerId }) => offerId === offer.id);
  const lines = part?.lines ?? [];
  const unit = words.t(`applicant.unit.byType.${offer.type}`);
  const counted = countedFacts(file.published.scheme);
  const { whole, part: here } = sumOf(lines);
  const agrees =
    counted !== null && part?.facts[counted.whole.id] === whole && part.facts[counted.part.id] === here;
  const said = { whole: words.number(whole, 2), part: words.number(here, 2), unit };
  const rows = Array.from({ length: Math.min(lines.length + spare, maxLines) }, (_, i) => i + 1);
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    offer,
    unit,
    rows,
    /** What the lines kept add up to, and whether the offer's figures say the same; empty without lines. */
    sum: lines.length === 0 ? '' : words.t(`computation.${agrees ? 'sum' : 'differs'}`, said),
    seen: offerSeen(file, offer),
    /** The figures that the lines fill: the fields at which a doubtful sum is reported. */
    counted: counted ? [counted.whole.id, counted.part.id] : [],
    names: Object.fromEntries([
      ...rows.flatMap((n) =>
        (['what', 'amount', 'here'] as const).map((field) => [
          `${field}${n}`,
          words.t(`computation.${field}Of`, { n }),
        ]),
      ),
      ...(counted ? [counted.whole, counted.part] : []).map(({ id, partOf }) => [
        id,
        words.t(`figure.byType.${offer.type}.${partOf === undefined ? 'whole' : 'part'}.label`),
      ]),
    ]),
    values: Object.fromEntries(
      lines.flatMap(({ what, amount, here: ofIt }, i) => [
        [`what${i + 1}`, what],
        [`amount${i + 1}`, typedNumber(amount, words)],
        [`here${i + 1}`, typedNumber(ofIt, words)],
      ]),
    ),
  };
}
