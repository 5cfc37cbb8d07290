import type { Readiness } from '../../../commands/application/selfAssessment/submitGate.ts';
import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { type Gap, gapsOf } from '../../../scoring/gaps.ts';
import { marksOf, marksOfOffer, noMarks } from '../../../scoring/marks.ts';
import type { Way } from '../../../scoring/raise.ts';
import { shownMissing } from '../../../scoring/shown.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { type AssessedFile, cardHref } from './scope.view.ts';

/** One line beside the score; text between two ** is emphasised. */
export interface NoteView {
  readonly tone: 'missing' | 'good';
  readonly text: string;
  readonly href: string;
}

/** Gaps shown at once: more would hide the first step. */
const maxGaps = 4;

/** What keeps the label away as far as the answers already say it, then what is well. */
export function notesOf(
  file: AssessedFile,
  { verdict }: Readiness,
  mandatory: { readonly max: number; readonly value: number },
  words: Translator,
): NoteView[] {
  const { whole } = file.published;
  const { carried = noMarks } = file.assessment;
  const cycle = cycleOfCopy(file.assessment);
  const marks = marksOf(whole, cycle, file.assessment);
  const scopes = [
    { offerId: '', marks: marks.organisation, fixed: carried.organisation, verdict: verdict.organisation },
    ...verdict.offers.map((offer, i) => ({
      ...offer,
      marks: marks.offers[i]?.marks ?? [],
      fixed: marksOfOffer(carried, offer.offerId),
    })),
  ];
  const gaps = scopes.flatMap((scope) =>
    gapsOf(whole, scope.offerId === '' ? 'organisation' : 'offer', cycle, scope.marks, scope.fixed)
      .filter((gap) => isSaid(gap, scope.verdict))
      .map((gap) => gapNote(gap, file, scope.offerId, words)),
  );
  const { max, value } = mandatory;
  const met = words.t(`applicant.score.${value === max ? 'mandatoryAll' : 'mandatory'}`, { max, met: value });
  const more = gaps.length - maxGaps;
  return [
    ...gaps.slice(0, maxGaps),
    ...(more > 0 ? [missing(words.t('applicant.score.more', { count: more }), checkOf(file, words))] : []),
    { tone: value === max ? 'good' : 'missing', text: met, href: '' },
  ];
}

/** A gap is shown once all its answers are given; before, only that the work has begun. */
function isSaid(gap: Gap, { complete, score }: Readiness['verdict']['organisation']): boolean {
  if (gap.kind === 'mandatory') return gap.level !== null;
  if (gap.kind === 'overall') return complete;
  const theme = score.themes.find((one) => one.theme === gap.theme);
  return theme !== undefined && theme.marked === theme.criteria;
}

function gapNote(gap: Gap, file: AssessedFile, offerId: string, words: Translator): NoteView {
  const text = file.published.texts[words.language];
  const place = (theme: string) =>
    applicationHref(words, file.application.id, offerId === '' ? `themes/${theme}` : `offers/${offerId}`);
  if (gap.kind === 'mandatory') {
    const { criterion, required } = gap;
    const title = `${criterion} ${text.criteria[criterion]?.title ?? ''}`;
    const note = words.t('applicant.score.gap.mandatory', { criterion: title, level: required });
    return missing(note, cardHref(file, { offerId, criterion }, words));
  }
  const count = shownMissing(gap.missing);
  const way = wayText(gap.ways[0], words);
  const how = way === '' ? 'none' : 'way';
  if (gap.kind === 'floor') {
    const theme = text.themes[gap.theme]?.title ?? gap.theme;
    return missing(words.t(`applicant.score.gap.floor.${how}`, { count, theme, way }), place(gap.theme));
  }
  const offer = file.assessment.offersNamed.find(({ id }) => id === offerId)?.name ?? '';
  const key = offerId === '' ? 'overall' : 'offer';
  const href = offerId === '' ? checkOf(file, words) : place('');
  return missing(words.t(`applicant.score.gap.${key}.${how}`, { count, way, offer }), href);
}

function missing(text: string, href: string): NoteView {
  return { tone: 'missing', text, href };
}

function checkOf({ application }: AssessedFile, words: Translator): string {
  return applicationHref(words, application.id, 'submit');
}

/** "ENV-02 au niveau 3 et ENV-03 au niveau 2". */
function wayText(way: Way | undefined, words: Translator): string {
  const raises = (way ?? []).map(({ criterion, to }) =>
    words.t('applicant.score.raise', { criterion, level: to }),
  );
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(raises);
}
