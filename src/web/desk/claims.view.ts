import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { Snapshot } from '../../commands/items/items.ts';
import type { Facts, OfferLine } from '../../criteria/assessment.ts';
import type { OfferType } from '../../criteria/offer.ts';
import { leftOut } from '../../criteria/offerLines.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { claimed, levelsTable } from '../views/levels.view.ts';
import { factText } from '../views/place.view.ts';
import type { Reading } from '../views/reading.view.ts';

/** What an applicant claims in a frozen file, whole: levels with the document named for each, and every figure. */
export function staffClaims(places: readonly FilePlace[], { content }: Snapshot, reading: Reading) {
  const { assessment, offers } = content;
  return {
    levels: levelsTable(places, [claimed], reading, ({ answer }) => [
      { by: reading.words.t('staff.place.evidence'), text: answer?.evidence ?? '' },
      { by: reading.words.t('staff.place.comment'), text: answer?.comment ?? '' },
    ]),
    /** Of the organisation, then of each offer under its name. */
    figures: [
      { title: '', rows: factRows(assessment.facts, reading) },
      ...offers.map(({ id, name, type }) => {
        const part = assessment.offers.find(({ offerId }) => offerId === id);
        const left = leftOut(part, type, reading.scheme);
        const lines = (part?.lines ?? []).map((line) =>
          lineRow(line, left.includes(line), type, reading.words),
        );
        return { title: name, rows: [...factRows(part?.facts ?? {}, reading), ...lines] };
      }),
    ],
  };
}

function factRows(facts: Facts, reading: Reading) {
  return reading.scheme.facts.flatMap(({ id }) => {
    const given = facts[id];
    if (given === undefined) return [];
    return [{ term: reading.text.facts[id]?.label ?? id, text: factText(id, given, reading) }];
  });
}

/** A line of the computation behind an offer's figures. */
function lineRow({ what, amount, here }: OfferLine, isLeft: boolean, type: OfferType, words: Translator) {
  const unit = words.t(`applicant.unit.byType.${type}`);
  const params = { amount: words.number(amount, 2), here: words.number(here, 2), unit };
  const kept = words.t('computation.kept', params);
  return { term: what, text: isLeft ? words.t('computation.keptUncounted', { kept }) : kept };
}
