import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { Snapshot } from '../../commands/items/items.ts';
import type { Facts, OfferLine } from '../../criteria/assessment.ts';
import type { OfferType } from '../../criteria/offer.ts';
import type { PublishedScheme, Scheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { levelsTable } from '../views/levels.view.ts';
import { factText } from '../views/place.view.ts';

/** What an applicant claims in a frozen file, whole: levels with the document named for each, and every figure. */
export function staffClaims(
  places: readonly FilePlace[],
  { content }: Snapshot,
  { scheme, texts }: PublishedScheme,
  words: Translator,
) {
  const text = texts[words.language];
  const rows = places.map((place) => ({
    place,
    levels: [place.claim.level],
    comments: [
      { by: words.t('staff.place.evidence'), text: place.answer?.evidence ?? '' },
      { by: words.t('staff.place.comment'), text: place.answer?.comment ?? '' },
    ].filter((comment) => comment.text !== ''),
  }));
  return {
    levels: levelsTable(['claim'], rows, content.offers, text, words),
    /** Of the organisation, then of each offer under its name. */
    figures: [
      { title: '', rows: factRows(content.assessment.facts, scheme, text, words) },
      ...content.offers.map(({ id, name, type }) => {
        const part = content.assessment.offers.find(({ offerId }) => offerId === id);
        const lines = part?.lines ?? [];
        const rows = factRows(part?.facts ?? {}, scheme, text, words);
        return { title: name, rows: [...rows, ...lines.map((line) => lineRow(line, type, words))] };
      }),
    ],
  };
}

function factRows(facts: Facts, scheme: Scheme, text: SchemeText, words: Translator) {
  return scheme.facts.flatMap(({ id }) => {
    const given = facts[id];
    return given === undefined
      ? []
      : [{ term: text.facts[id]?.label ?? id, text: factText(id, given, scheme.facts, text, words) }];
  });
}

/** A line of the computation behind an offer's figures. */
function lineRow({ what, amount, here }: OfferLine, type: OfferType, words: Translator) {
  const unit = words.t(`applicant.unit.byType.${type}`);
  const said = { amount: words.number(amount, 2), here: words.number(here, 2), unit };
  return { term: what, text: words.t('computation.kept', said) };
}
