import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { clockOf } from '../../commands/file/clockOf.ts';
import type { Application } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';
import type { FileClock } from '../../register/fileClock.ts';

export type ClockView = ReturnType<typeof clockView>;

/** Where the time of a file went, in sentences, for one of the two who look at it: what is "ours" for the scheme is "theirs" for the applicant. */
export function clockView(clock: FileClock, reader: 'applicant' | 'staff', words: Translator) {
  const { scheme, applicant, paused } = clock;
  const counted = words.t('information.clock.counted', { count: scheme });
  return {
    text:
      paused === null
        ? words.t('information.clock.runs', { counted })
        : words.t('information.clock.paused', { counted, since: words.date(paused.since) }),
    applicant: applicant === 0 ? '' : words.t(`information.clock.${reader}`, { count: applicant }),
    due:
      paused === null
        ? ''
        : words.t('information.clock.due', { until: words.date(paused.until), count: paused.left }),
  };
}

/** The clock of an application for its own people; null where none runs. */
export function applicantClock(
  { application, information, organisation }: ApplicantFile,
  now: string,
  words: Translator,
) {
  const { state, submittedAt } = application;
  const clock = clockOf({ state, submittedAt, information }, organisation.region, now);
  return clock && clockView(clock, 'applicant', words);
}

const waiting: Partial<Record<Application['state'], PlainNamesIn<'information.waits'>>> = {
  screening: 'office',
  informationRequested: 'organisation',
  assignment: 'office',
  evaluation: 'reviewers',
  moderation: 'moderator',
  correction: 'organisation',
  verification: 'reviewers',
  recommendation: 'rapporteur',
  deliberation: 'committee',
  decided: 'office',
  agreement: 'organisation',
  appealed: 'committee',
};

/** For whom a file waits in a state; empty where it waits for nobody. */
export function waitsFor(state: Application['state'], words: Translator): string {
  const who = waiting[state];
  return who === undefined ? '' : words.t(`information.waits.${who}`);
}
