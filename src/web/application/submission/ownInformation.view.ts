import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { openRound } from '../../../commands/file/openRound.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { applicantClock } from '../../views/fileClock.view.ts';
import { type RoundView, roundViews } from '../../views/information.view.ts';
import { readingOf } from '../../views/reading.view.ts';
import { cardHref } from '../answers/scope.view.ts';
import { versionTokenOf } from '../answers/versionTokens.view.ts';

/** A question to answer, with the way to the place that it is about. */
export type QuestionView = RoundView['items'][number] & {
  readonly versionToken: string;
  readonly href: string;
};

export type InformationView = ReturnType<typeof applicantInformation>;

/** The questions of the secretariat as the applicant reads and answers them. */
export function applicantInformation(file: ApplicantFile, now: string, words: Translator) {
  const { application, information, assessment, published, role, acts } = file;
  const rounds = roundViews(information, readingOf(published, assessment.offersNamed, words));
  const open = openRound({ state: application.state, information });
  const asked = open ? (rounds.at(-1)?.items ?? []) : [];
  const questions = asked.map((view, i): QuestionView => {
    const place = open?.items[i]?.place ?? null;
    return {
      ...view,
      versionToken: versionTokenOf(view.answer),
      href: place === null ? '' : cardHref(file, place, words),
    };
  });
  return {
    frame: frameView(file, words),
    questions,
    mayAnswer: role !== 'reader',
    /** Whether the asker sends the answers: an adviser writes them. */
    maySend: acts,
    /** Rounds that are over. */
    earlier: open ? rounds.slice(0, -1) : rounds,
    clock: applicantClock(file, now),
    names: Object.fromEntries(
      questions.map(({ id, n }) => [`answer.${id}`, words.t('information.answer.nth', { n })]),
    ),
    values: Object.fromEntries(questions.map(({ id, answer }) => [`answer.${id}`, answer])),
  };
}
