import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { EarlierPlaceView } from '../application/submission/beside.view.ts';
import { placeKey, type StaffPlace, staffPlace } from '../views/place.view.ts';
import { besideView } from './review.view.ts';
import { type JumpGroup, jumpGroups, placeHref, scoredOf } from './workbenchJump.view.ts';
import { scoreMark } from './workbenchTokens.view.ts';

/** One criterion of a review on one screen: what is asked, claimed and shown, and the reviewer's own score of it. */
export interface Workbench {
  readonly href: string;
  readonly reviewHref: string;
  readonly number: string;
  readonly organisation: string;
  /** Theme, and of an offer's criterion its name. */
  readonly within: string;
  /** "Criterion 3 of 40". */
  readonly at: string;
  readonly place: StaffPlace;
  readonly choices: StaffPlace['choices'];
  /** The applicant says "not applicable": confirmed or refused in words. */
  readonly naClaimed: boolean;
  readonly earlier: EarlierPlaceView | undefined;
  readonly sponsored: { readonly text: string; readonly days: readonly string[] } | null;
  readonly first: boolean;
  readonly last: boolean;
  /** What this criterion still lacks, in sentences; empty before anything is said of it. */
  readonly lacks: readonly string[];
  readonly progress: JumpGroup['progress'];
  /** How many criteria have a private note and how many a finding, in words. */
  readonly counts: readonly string[];
  readonly jump: readonly JumpGroup[];
  /** Delivered: it is shown, and takes nothing. */
  readonly locked: boolean;
  /** The criterion that was just kept, in words; empty otherwise. */
  readonly savedLine: string;
  /** First content of the fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly seen: string;
}

/** The view of one place; `savedKey` is the key of the place whose score was just kept, empty otherwise. */
export function workbench(
  desk: ReviewDesk,
  place: DeskPlace,
  savedKey: string,
  words: Translator,
): Workbench {
  const { published, review, places, organisation, stage } = desk;
  const at = places.indexOf(place);
  const shown = staffPlace(place, published, words);
  const naClaimed = place.claim.level === 'na';
  const beside = besideView(desk, words);
  const saved = places.find((one) => placeKey(one) === savedKey);
  const jump = jumpGroups(desk, words);
  const groupAt = jump.find((group) => group.places.some(({ key }) => key === shown.key));
  const [noted, raised] = [
    places.filter(({ own }) => own?.note).length,
    places.filter(({ own }) => own?.finding).length,
  ];
  return {
    href: placeHref(review.id, place, words),
    reviewHref: `/${words.language}/review/${review.id}`,
    number: desk.applicationId,
    organisation: organisation.name,
    within: groupAt?.title ?? '',
    at: words.t('workbench.at', { n: at + 1, total: places.length }),
    place: shown,
    choices: naClaimed ? confirming(shown.choices, words) : shown.choices,
    naClaimed,
    earlier: beside?.places[shown.key],
    sponsored: beside?.sponsored?.criterion === shown.id ? beside.sponsored : null,
    first: at === 0,
    last: at === places.length - 1,
    lacks: place.own === null ? [] : place.lacks.map((lack) => words.t(`workbench.lack.${lack}`)),
    progress: scoredOf(places, words),
    counts: [words.t('workbench.noted', { count: noted }), words.t('workbench.raised', { count: raised })],
    jump,
    locked: stage === 'delivered',
    savedLine: saved ? words.t('workbench.saved', { code: saved.criterion.id }) : '',
    values: valuesOf(place),
    seen: scoreMark(place.own),
  };
}

/** The choices where the applicant says "not applicable": that one says that it confirms. */
function confirming(choices: StaffPlace['choices'], words: Translator): StaffPlace['choices'] {
  return choices.map((one) => (one.value === 'na' ? { ...one, title: words.t('workbench.naConfirm') } : one));
}

function valuesOf({ own }: DeskPlace): Record<string, string> {
  return {
    level: own?.level == null ? '' : String(own.level),
    comment: own?.comment ?? '',
    finding: own?.finding?.grade ?? 'none',
    missing: own?.finding?.text ?? '',
    note: own?.note ?? '',
  };
}
