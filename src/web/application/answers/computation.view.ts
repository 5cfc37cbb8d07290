import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Offer } from '../../../criteria/offer.ts';
import { countedFacts, hasUncounted, isUncounted, maxLines, sumOf } from '../../../criteria/offerLines.ts';
import type { FactRule } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { factField, typedNumber } from './facts.view.ts';
import { offerToken } from './ownOffer.view.ts';
import { scoreView } from './score.view.ts';

export type ComputationView = ReturnType<typeof computationView>;

/** Empty lines that are shown below those that are filled. */
const spare = 4;
const fields = ['what', 'amount', 'here'] as const;

/** The lines that add up to what an offer is made of. Their fields are `what<n>`, `amount<n>` and `here<n>`. */
export function computationView(file: ApplicantFile, offer: Offer, words: Translator) {
  const kept = file.assessment.offers.find(({ offerId }) => offerId === offer.id);
  const lines = kept?.lines ?? [];
  const { whole, part } = sumOf(lines, offer.type);
  const counted = countedRules(file);
  const agrees = counted.every(({ id, partOf }) => kept?.facts[id] === (partOf === undefined ? whole : part));
  const { t } = words;
  const unit = t(`applicant.unit.byType.${offer.type}`);
  const params = { whole: words.number(whole, 2), part: words.number(part, 2), unit };
  const rows = Array.from({ length: Math.min(lines.length + spare, maxLines) }, (_, i) => i + 1);
  const text = file.published.texts[words.language];
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    offer,
    unit,
    rows,
    /** What the lines kept add up to, and whether the offer's figures say the same; empty without lines. */
    sum: lines.length === 0 ? '' : t(`computation.${agrees ? 'sum' : 'differs'}`, params),
    tellsUncounted: offer.type === 'food' && hasUncounted,
    /** The lines that do not count, as they were written. */
    uncounted: lines.filter((line) => isUncounted(line, offer.type)).map(({ what }) => what),
    versionToken: offerToken(file, offer),
    /** The fields at which a doubtful sum is reported. */
    counted: counted.map(({ id }) => id),
    names: Object.fromEntries([
      ...rows.flatMap((n) =>
        fields.map((field) => [
          `${field}${n}`,
          `${t('computation.line', { n })}, ${t(`computation.${field}`, { unit })}`,
        ]),
      ),
      ...counted.map((rule) => [rule.id, factField(rule, text, words, offer.type).label]),
    ]),
    values: Object.fromEntries(
      lines.flatMap(({ what, amount, here }, i) => [
        [`what${i + 1}`, what],
        [`amount${i + 1}`, typedNumber(amount, words)],
        [`here${i + 1}`, typedNumber(here, words)],
      ]),
    ),
  };
}

/** The figures that the lines fill: the one counted by type of offer, and its part. */
export function countedRules({ published }: ApplicantFile): FactRule[] {
  const counted = countedFacts(published.scheme);
  return counted ? [counted.whole, counted.part] : [];
}
