import type { ReviewScore } from '../../commands/items/items.ts';
import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { versionTokenOf } from '../application/answers/versionTokens.view.ts';
import { placeKey, type StaffPlace, staffPlace } from '../views/place.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { stepName } from '../views/staffWords.view.ts';
import { besideView } from './review.view.ts';
import { jumpGroups, placeHref, scoredOf } from './workbenchJump.view.ts';

/** Reasons against a delivery that go once each criterion lacks nothing. */
const scoring = new Set(['allCriteriaScored', 'commentOnDeviation', 'findingDescribed']);

export type Workbench = ReturnType<typeof workbench>;

/**
 * One criterion of a review on one screen: what is asked, claimed and shown, and the reviewer's own score of it. `savedKey` is the
 * key of the place whose score was just kept, empty otherwise.
 */
export function workbench(desk: ReviewDesk, place: DeskPlace, savedKey: string, words: Translator) {
  const { published, review, places, stage } = desk;
  const shown = staffPlace(place, readingOf(published, desk.offers, words));
  const naClaimed = place.claim.level === 'na';
  const beside = besideView(desk, words);
  const saved = places.find((one) => placeKey(one) === savedKey);
  const jump = jumpGroups(desk, words);
  const groupAt = jump.find((group) => group.places.some(({ key }) => key === shown.key));
  return {
    ...desk,
    href: placeHref(review.id, place, words),
    reviewHref: `/${words.language}/review/${review.id}`,
    about: aboutLabel(desk, words),
    within: groupAt?.title ?? '',
    at: { n: places.indexOf(place) + 1, total: places.length },
    place: shown,
    choices: naClaimed ? confirming(shown.choices, words) : shown.choices,
    /** The applicant says "not applicable": confirmed or refused in words. */
    naClaimed,
    earlier: beside?.places[shown.key],
    sponsored: beside?.sponsored?.criterion === shown.id ? beside.sponsored : null,
    /** What this criterion still lacks; empty before any input. */
    lacks: place.own === null ? [] : place.lacks,
    /** Why delivery would be refused whatever is scored. */
    stops: stage === 'scoring' ? desk.blockers.filter((reason) => !scoring.has(reason)) : [],
    /** The level that is given here, in words; null where none is. */
    given:
      place.own?.level == null
        ? null
        : stepName(place.criterion, place.own.level, published.texts[words.language], words),
    progress: scoredOf(places),
    noted: places.filter(({ own }) => own?.note).length,
    raised: places.filter(({ own }) => own?.finding).length,
    jump,
    /** Delivered: it is shown, and takes nothing. */
    locked: stage === 'delivered',
    /** Code of the criterion that was just kept. */
    savedCode: saved?.criterion.id,
    values: valuesOf(place),
    versionToken: scoreToken(place.own),
  };
}

/** The version token of a score as its page shows it: another one at saving means that another window was quicker. */
export function scoreToken(score: ReviewScore | null): string {
  if (!score) return versionTokenOf(null);
  const { level, comment, note = '', finding = null } = score;
  return versionTokenOf({ level, comment, note, finding });
}

/** The choices where the applicant says "not applicable": that one says that it confirms. */
function confirming(choices: StaffPlace['choices'], words: Translator): StaffPlace['choices'] {
  return choices.map((one) => (one.value === 'na' ? { ...one, title: words.t('workbench.naConfirm') } : one));
}

function valuesOf({ own }: DeskPlace) {
  return {
    level: own?.level == null ? '' : String(own.level),
    comment: own?.comment ?? '',
    finding: own?.finding?.grade ?? 'none',
    missing: own?.finding?.text ?? '',
    note: own?.note ?? '',
  };
}
