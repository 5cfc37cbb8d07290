import { declineReasons } from '../../commands/review/evaluation/answerInvitation.ts';
import { toldKinds } from '../../commands/review/ties/toldTies.ts';
import type { DeskPlace, ReviewDesk } from '../../commands/review/views/viewReview.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { isModeration } from '../../policies/reviewTask.ts';
import { staffBeside } from '../application/submission/beside.view.ts';
import { evidenceRows } from '../views/evidenceRows.view.ts';
import { staffOrganisation } from '../views/fileOrganisation.view.ts';
import { roundViews } from '../views/information.view.ts';
import { levelsTable } from '../views/levels.view.ts';
import { placeKey } from '../views/place.view.ts';
import { dueDay, reasonTexts } from '../views/staffWords.view.ts';
import { visitsView } from '../views/visits.view.ts';
import { type JumpGroup, jumpGroups, placeHref, scoredOf } from './workbenchJump.view.ts';

export type StaffReview = ReturnType<typeof staffReview>;

/** A reviewer's own review: the invitation, the way through the themes, or what was delivered. */
export function staffReview(desk: ReviewDesk, words: Translator) {
  const { review, stage, places, published, offers } = desk;
  const text = published.texts[words.language];
  const seesOther = places.some(({ other }) => other !== null);
  const jump = jumpGroups(desk, words);
  const begin = places.find((place) => place.lacks.length > 0) ?? places[0];
  return {
    stage,
    /** Whether the person waits for a place that falls free. */
    substitute: review.substitute,
    /** Whether the invitation is to settle two reviews that diverge. */
    moderates: isModeration(review),
    /** Reasons to decline that one click gives. */
    whys: declineReasons,
    kinds: toldKinds,
    names: stage === 'invitation' ? {} : { kind: words.t('visits.kind.label') },
    id: review.id,
    revision: review.revision,
    number: desk.applicationId,
    organisation: staffOrganisation(desk, words),
    evidence: evidenceRows(desk.evidence, words),
    rounds: roundViews(desk.information, offers, published, words),
    beside: besideView(desk, words),
    findings: desk.findings?.length ?? 0,
    visits: desk.visits && visitsView(desk.visits, published, words),
    applicationRevision: desk.applicationRevision,
    due: dueDay(review.context.dueAt, words),
    progress: scoredOf(places, words),
    jump,
    begin: begin ? placeHref(review.id, begin, words) : '',
    /** What keeps the review from being delivered, each with the criteria that it is missing in. */
    lacking: lackingOf(places, jump, words),
    /** What refuses the next step now. */
    blockers: reasonTexts(desk.blockers, words),
    levels:
      stage === 'delivered'
        ? levelsTable(
            seesOther ? ['claim', 'own', 'other'] : ['claim', 'own'],
            rowsOf(desk, seesOther, words),
            offers,
            text,
            words,
          )
        : null,
    seesOther,
  };
}

const lacks = ['level', 'comment', 'finding'] as const;

function lackingOf(places: readonly DeskPlace[], jump: readonly JumpGroup[], words: Translator) {
  const all = jump.flatMap((group) => group.places);
  return lacks.flatMap((lack) => {
    const keys = places.filter((place) => place.lacks.includes(lack)).map(placeKey);
    if (keys.length === 0) return [];
    return [
      {
        title: words.t(`workbench.lacking.${lack}`, { count: keys.length }),
        places: all.filter(({ key }) => keys.includes(key)),
      },
    ];
  });
}

function rowsOf({ places }: ReviewDesk, seesOther: boolean, words: Translator) {
  return places.map((place) => {
    const { own, other, claim } = place;
    const comments = [
      { by: words.t('staff.levels.own'), text: own?.comment ?? '' },
      { by: words.t('staff.levels.other'), text: other?.comment ?? '' },
    ];
    return {
      place,
      levels: [claim.level, own?.level ?? null, ...(seesOther ? [other?.level ?? null] : [])],
      comments: comments.filter(({ text }) => text !== ''),
    };
  });
}

/** What stands beside the file, its criteria linked to their places on the desk. */
export function besideView({ beside, published, offers, review }: ReviewDesk, words: Translator) {
  const scoring = review.state === 'scoring';
  const hrefOf = (key: string) => (scoring ? `/${words.language}/review/${review.id}/${key}` : '');
  return beside && staffBeside(beside, { published, offers, hrefOf }, words);
}
