import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { clockOf } from '../../commands/file/clockOf.ts';
import type { Application } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';

/** The clock of an application for its own people; null where none runs. */
export function applicantClock({ application, information, organisation }: ApplicantFile, now: string) {
  const { state, submittedAt } = application;
  return clockOf({ state, submittedAt, information }, organisation.region, now);
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
