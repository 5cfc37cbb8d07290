import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { outcomeOn } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { waitsForApplicant } from '../../policies/stages.ts';
import type { StepTargets } from '../../policies/stepTargets.ts';
import { type FileSteps, stepEnds } from './stepEnds.view.ts';
import { timelineOf, turnedAway } from './timeline.view.ts';

const ended: readonly ApplicantFile['application']['state'][] = [
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
];

interface At {
  readonly procedure: StepTargets;
  readonly now: string;
}

/** Where a file stands, for its own people on every page that lists or shows it: in plain words, who acts, and by when. */
export function standingView(file: FileSteps, { procedure, now }: At, words: Translator) {
  const { application, history } = file;
  const { state, kind, dueAt, decision } = application;
  const yours = waitsForApplicant({ state });
  /** It was refused without being let in, so that no committee decided it. */
  const away = state === 'refused' && turnedAway(history);
  const timeline = timelineOf(file);
  const ends = stepEnds(file, timeline, { procedure, now, yoursUntil: yours ? dueAt : null });
  const here = timeline.find(({ tone }) => tone === 'now')?.station;
  /** How one for a label that is there ended. */
  const ending =
    kind !== 'initial' && decision && (state === 'granted' || state === 'refused')
      ? outcomeOn(application, decision.outcome, words)
      : '';
  const title = words.t(away ? 'applicant.ineligible.title' : `applicant.title.${state}`);
  return {
    state,
    away,
    title: (!away && ending) || title,
    timeline,
    /** By when each step ends. */
    ends,
    /** Who has to act now, and the last day of that, where one is known; null where nothing is left to do. */
    turn: ended.includes(state)
      ? null
      : { yours, dueAt: yours ? dueAt : ((here && ends.by[here]) ?? null), late: ends.late },
  };
}
