import type { DeskPlace, ReviewDesk } from '../../commands/evaluation/viewReview.ts';
import type { Words } from '../../words/i18n.ts';
import { type EvidenceRow, evidenceRows } from './evidenceRows.ts';
import { type RoundView, roundViews } from './information.ts';
import { type StaffBeside, staffBeside } from './staffBeside.ts';
import { type LevelsTable, levelsTable } from './staffLevels.ts';
import { type StaffOrganisation, staffOrganisation } from './staffOrganisation.ts';
import { dueDay, reasonTexts } from './staffWords.ts';
import { themePictogram } from './themePictogram.ts';

/** A reviewer's own review: the invitation, the way through the themes, or what was delivered. */
export interface StaffReview {
  readonly stage: ReviewDesk['stage'];
  readonly id: string;
  readonly revision: number;
  readonly number: string;
  readonly organisation: StaffOrganisation;
  readonly evidence: readonly EvidenceRow[];
  readonly rounds: readonly RoundView[];
  readonly beside: StaffBeside | null;
  readonly due: string;
  readonly progress: { readonly value: number; readonly max: number; readonly label: string };
  readonly themes: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly pictogram: string;
    readonly line: string;
    readonly done: boolean;
  }[];
  /** What refuses the next step now, in sentences. */
  readonly against: readonly string[];
  /** Own levels, and the other reviewer's once both are delivered; null before the delivery. */
  readonly levels: LevelsTable | null;
  readonly seesOther: boolean;
}

/** The view of a review at its stage. */
export function staffReview(desk: ReviewDesk, words: Words): StaffReview {
  const { review, stage, places, published, offers } = desk;
  const text = published.texts[words.language];
  const seesOther = places.some(({ other }) => other !== null);
  return {
    stage,
    id: review.id,
    revision: review.revision,
    number: desk.applicationId,
    organisation: staffOrganisation(desk, words),
    evidence: evidenceRows(desk.evidence, words),
    rounds: roundViews(desk.information, offers, published, words),
    beside: besideView(desk, words),
    due: dueDay(review.context.dueAt, words),
    progress: progressOf(places, words),
    themes: published.scheme.themes.map(({ id }) => {
      const inTheme = places.filter(({ criterion }) => criterion.theme === id);
      const { value, max, label } = progressOf(inTheme, words);
      return {
        id,
        href: `/${words.language}/review/${review.id}/${id}`,
        title: text.themes[id]?.title ?? id,
        pictogram: themePictogram(id),
        line: label,
        done: value === max,
      };
    }),
    against: reasonTexts(desk.against, words),
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

function progressOf(places: readonly DeskPlace[], words: Words): StaffReview['progress'] {
  const value = places.filter(({ own }) => own !== null).length;
  const max = places.length;
  return { value, max, label: words.t('staff.progress', { count: value, total: max }) };
}

function rowsOf({ places }: ReviewDesk, seesOther: boolean, words: Words) {
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
export function besideView(
  { beside, published, offers, review }: ReviewDesk,
  words: Words,
): StaffBeside | null {
  const scoring = review.state === 'scoring';
  const hrefOf = (theme: string, key: string) =>
    scoring ? `/${words.language}/review/${review.id}/${theme}#${key}` : '';
  return beside && staffBeside(beside, { published, offers, hrefOf }, words);
}
