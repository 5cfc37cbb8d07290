import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { ReviewedPlace, SettledPlace } from '../../commands/file/settledPlaces.ts';
import type { Score } from '../../commands/items/items.ts';
import type { Offer } from '../../criteria/offer.ts';
import type { Level, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';
import { evidenceRows } from './evidenceRows.view.ts';
import { placeKey } from './place.view.ts';
import { levelSign } from './staffWords.view.ts';

export type LevelsTable = ReturnType<typeof levelsTable>;

/** What a place adds to the table: a level per column, and the comments that go with them. */
interface Row {
  readonly place: FilePlace;
  readonly levels: readonly (Level | 'na' | null)[];
  readonly comments: readonly { readonly by: string; readonly text: string }[];
}

/** Claim, both reviews, the third person's level where there is one, and the level that counts once the file is settled. */
export function settledTable(
  places: readonly (ReviewedPlace & Partial<Pick<SettledPlace, 'settled'>>)[],
  offers: readonly Offer[],
  text: SchemeText,
  words: Translator,
) {
  const moderated = places.some((place) => place.moderated !== null);
  const settled = places.some((place) => place.settled !== undefined);
  const names = [
    ...(['claim', 'first', 'second'] as const),
    ...(moderated ? (['moderated'] as const) : []),
    ...(settled ? (['settled'] as const) : []),
  ];
  const by = (name: PlainNamesIn<'staff.levels'>, score: Score | null) =>
    score && score.comment !== '' ? [{ by: words.t(`staff.levels.${name}`), text: score.comment }] : [];
  const rows = places.map(
    (place): Row => ({
      place,
      levels: [
        place.claim.level,
        place.first.level,
        place.second.level,
        ...(moderated ? [place.moderated?.level ?? null] : []),
        ...(settled ? [place.settled ?? null] : []),
      ],
      comments: [
        ...by('first', place.first),
        ...by('second', place.second),
        ...by('moderated', place.moderated),
      ],
    }),
  );
  return levelsTable(names, rows, offers, text, words);
}

/**
 * Levels side by side, one column for each name under `staff.levels`, of which the one that counts stands out: one table a theme,
 * of an offer one table for itself.
 */
export function levelsTable(
  names: readonly PlainNamesIn<'staff.levels'>[],
  rows: readonly Row[],
  offers: readonly Offer[],
  text: SchemeText,
  words: Translator,
) {
  const groupOf = ({ place }: Row) => (place.offerId === '' ? place.criterion.theme : place.offerId);
  const titleOf = (group: string) =>
    text.themes[group]?.title ?? offers.find((offer) => offer.id === group)?.name ?? group;
  const groups = [...new Set(rows.map(groupOf))];
  return {
    columns: names.map((name) => ({
      title: words.t(`staff.levels.${name}`),
      strong: name === 'settled',
    })),
    groups: groups.map((group) => ({
      title: titleOf(group),
      rows: rows
        .filter((row) => groupOf(row) === group)
        .map(({ place, levels, comments }) => ({
          key: placeKey(place),
          id: place.criterion.id,
          title: text.criteria[place.criterion.id]?.title ?? place.criterion.id,
          cells: levels.map((level) => (level === null ? '' : levelSign(level, words))),
          differs: new Set(levels.filter((level) => level !== null)).size > 1,
          comments,
          files: evidenceRows(place.files, words),
        })),
    })),
  };
}
