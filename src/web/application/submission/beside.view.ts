import type { BesideFile } from '../../../commands/file/besideFile.ts';
import type { EarlierPlace } from '../../../commands/file/earlierFile.ts';
import { meanings } from '../../../criteria/meanings.ts';
import type { PublishedScheme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { levelName } from '../../views/staffWords.view.ts';
import { keyOf } from '../answers/scope.view.ts';

export type StaffBeside = ReturnType<typeof staffBeside>;
export type EarlierPlaceView = StaffBeside['places'][string];

interface Around {
  readonly published: PublishedScheme;
  readonly offers: readonly { readonly id: string; readonly name: string }[];
  /** Where a criterion is read, empty where it has no place of its own. */
  readonly hrefOf: (key: string) => string;
}

/** What stands beside a file for those who read it: statements of holders, and of a renewal what changed. */
export function staffBeside(
  { sponsors, sponsored, earlier }: BesideFile,
  { published, offers, hrefOf }: Around,
  words: Translator,
) {
  const text = published.texts[words.language];
  const level = (value: EarlierPlace['settled']) => (value === null ? '' : levelName(value, text, words));
  return {
    sponsors,
    /** Shown at the criterion that it is about. */
    sponsored: sponsored && { ...sponsored, criterion: meanings.sponsoring },
    renewal: earlier && {
      ...earlier,
      first: earlier.first.map(({ offerId, criterion, why }) => ({
        href: hrefOf(keyOf(offerId, criterion)),
        id: criterion,
        title: text.criteria[criterion]?.title ?? criterion,
        offer: offers.find(({ id }) => id === offerId)?.name ?? '',
        why,
      })),
    },
    /** Last cycle by the key of a place, see placeKey. */
    places: Object.fromEntries(
      (earlier?.places ?? []).map(({ offerId, criterion, claimed, settled, note }) => [
        keyOf(offerId, criterion),
        { claimed: level(claimed), settled: level(settled), note },
      ]),
    ),
  };
}
