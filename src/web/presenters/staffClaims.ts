import type { Snapshot } from '../../commands/items.ts';
import type { FilePlace } from '../../commands/screening/filePlaces.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Words } from '../../words/i18n.ts';
import { type LevelsTable, levelsTable } from './staffLevels.ts';
import { factText } from './staffPlace.ts';

/** What an applicant claims, whole: levels with the document named for each, and every figure. */
export interface StaffClaims {
  readonly levels: LevelsTable;
  /** Of the organisation, then of each offer under its name. */
  readonly figures: readonly {
    readonly title: string;
    readonly rows: readonly { readonly term: string; readonly text: string }[];
  }[];
}

/** The claims of a frozen file, as screening reads them. */
export function staffClaims(
  places: readonly FilePlace[],
  { content }: Snapshot,
  { scheme, texts }: PublishedScheme,
  words: Words,
): StaffClaims {
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
    figures: [
      { title: '', facts: content.assessment.facts },
      ...content.offers.map(({ id, name }) => ({
        title: name,
        facts: content.assessment.offers.find(({ offerId }) => offerId === id)?.facts ?? {},
      })),
    ].map(({ title, facts }) => ({
      title,
      rows: scheme.facts.flatMap(({ id }) => {
        const given = facts[id];
        return given === undefined
          ? []
          : [{ term: text.facts[id]?.label ?? id, text: factText(id, given, scheme.facts, text, words) }];
      }),
    })),
  };
}
