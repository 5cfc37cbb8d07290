import { declineReasons } from '../../commands/review/evaluation/answerInvitation.ts';
import { declarableKinds } from '../../commands/review/ties/declareTie.ts';
import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { staffBeside } from '../application/submission/beside.view.ts';
import { staffOrganisation } from '../views/fileOrganisation.view.ts';
import { roundViews } from '../views/information.view.ts';
import { claimed, levelsTable, scored } from '../views/levels.view.ts';
import { placeKey } from '../views/place.view.ts';
import { readingOf } from '../views/reading.view.ts';
import { visitsView } from '../views/visits.view.ts';
import { type JumpGroup, jumpGroups, placeHref, scoredOf } from './workbenchJump.view.ts';

export type StaffReview = ReturnType<typeof staffReview>;

/** A reviewer's own review: the invitation, the way through the themes, or what was delivered. */
export function staffReview(desk: ReviewDesk, words: Translator) {
  const { review, stage, places, published, offers } = desk;
  const reading = readingOf(published, offers, words);
  const seesOther = places.some(({ other }) => other !== null);
  const jump = jumpGroups(desk, words);
  const begin = places.find((place) => place.lacks.length > 0) ?? places[0];
  return {
    ...desk,
    /** Whether the invitation is to settle two reviews that diverge. */
    moderates: isModeration(review),
    /** Reasons to decline that one click gives. */
    declineReasons,
    kinds: declarableKinds,
    about: aboutLabel(desk, words),
    organisation: staffOrganisation(desk, words),
    rounds: roundViews(desk.information, reading),
    beside: besideView(desk, words),
    visits: desk.visits && visitsView(desk.visits, reading),
    progress: scoredOf(places),
    jump,
    begin: begin ? `${placeHref(review.id, begin, words)}#at` : '',
    /** What keeps the review from being delivered, each with the criteria that it is missing in. */
    lacking: lackingOf(places, jump),
    /** Own levels, and the other reviewer's once both are delivered. */
    levels: stage === 'delivered' ? levelsTable(places, seesOther ? [...own, other] : own, reading) : null,
    seesOther,
  };
}

const own = [claimed, scored('own', (place: DeskPlace) => place.own)];
const other = scored('other', (place: DeskPlace) => place.other);
const lacks = ['level', 'comment', 'finding'] as const;

function lackingOf(places: readonly DeskPlace[], jump: readonly JumpGroup[]) {
  const all = jump.flatMap((group) => group.places);
  return lacks.flatMap((lack) => {
    const keys = places.filter((place) => place.lacks.includes(lack)).map(placeKey);
    return keys.length === 0 ? [] : [{ lack, places: all.filter(({ key }) => keys.includes(key)) }];
  });
}

/** What stands beside the file, its criteria linked to their places on the desk. */
export function besideView({ beside, published, offers, review }: ReviewDesk, words: Translator) {
  const scoring = review.state === 'scoring';
  const hrefOf = (key: string) => (scoring ? `/${words.language}/review/${review.id}/${key}` : '');
  return beside && staffBeside(beside, { published, offers, hrefOf }, words);
}
