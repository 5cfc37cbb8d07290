import type { FilePlace } from '../../commands/file/filePlaces.ts';
import type { ReviewedPlace, SettledPlace } from '../../commands/file/settledPlaces.ts';
import type { ReviewScore } from '../../commands/items/items.ts';
import type { Level } from '../../criteria/scheme.ts';
import type { PlainNamesIn } from '../../messages.ts';
import type { Reading } from './reading.view.ts';
import { shownFiles } from './shownFiles.view.ts';
import { levelSign } from './staffWords.view.ts';

export type LevelsTable = ReturnType<typeof levelsTable>;

/** Who gave the levels of a column, and the comments below them. */
interface Column<Place> {
  readonly name: PlainNamesIn<'staff.levels'>;
  readonly level: (place: Place) => Level | 'na' | null;
  readonly comment?: (place: Place) => string;
}

/** The column of what the applicant claims. */
export const claimed: Column<FilePlace> = { name: 'claim', level: ({ claim }) => claim.level };

/** The column of someone's scores. */
export function scored<Place>(
  name: Column<Place>['name'],
  score: (place: Place) => Pick<ReviewScore, 'level' | 'comment'> | null,
): Column<Place> {
  return {
    name,
    level: (place) => score(place)?.level ?? null,
    comment: (place) => score(place)?.comment ?? '',
  };
}

/** Claim, both reviews, the third person's level where there is one, and the level that counts once the file is settled. */
export function settledTable(
  places: readonly (ReviewedPlace & Partial<Pick<SettledPlace, 'settled'>>)[],
  reading: Reading,
) {
  type Place = (typeof places)[number];
  const settled: Column<Place> = { name: 'settled', level: (place) => place.settled ?? null };
  const columns: Column<Place>[] = [
    claimed,
    scored('first', ({ first }) => first),
    scored('second', ({ second }) => second),
    ...(places.some(({ moderated }) => moderated !== null)
      ? [scored('moderated', ({ moderated }: Place) => moderated)]
      : []),
    ...(places.some((place) => place.settled !== undefined) ? [settled] : []),
  ];
  return levelsTable(places, columns, reading);
}

/** Levels side by side, of which the one that counts stands out: one table a theme, of an offer one table for itself. */
export function levelsTable<Place extends FilePlace>(
  places: readonly Place[],
  columns: readonly Column<Place>[],
  { scheme, offers, text, words }: Reading,
  commentsOf = (place: Place) =>
    columns.map(({ name, comment }) => ({
      by: words.t(`staff.levels.${name}`),
      text: comment?.(place) ?? '',
    })),
) {
  const groupOf = ({ offerId, criterion }: Place) => (offerId === '' ? criterion.theme : offerId);
  const titleOf = (group: string) =>
    text.themes[group]?.title ?? offers.find((offer) => offer.id === group)?.name ?? group;
  const rowOf = (place: Place) => {
    const levels = columns.map(({ level }) => level(place));
    return {
      id: place.criterion.id,
      title: text.criteria[place.criterion.id]?.title ?? place.criterion.id,
      cells: levels.map((level) => (level === null ? '' : levelSign(level, words))),
      differs: new Set(levels.filter((level) => level !== null)).size > 1,
      comments: commentsOf(place).filter((comment) => comment.text !== ''),
      files: shownFiles(place, words),
    };
  };
  return {
    version: scheme.version,
    columns: columns.map(({ name }) => name),
    groups: [...new Set(places.map(groupOf))].map((group) => ({
      title: titleOf(group),
      rows: places.filter((place) => groupOf(place) === group).map(rowOf),
    })),
  };
}
