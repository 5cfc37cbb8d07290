import { type Cause, letter } from './letter.ts';
import { toOfficers, toOwners, toWriters } from './recipients.ts';
import { eventOf, fileRows, lastDue, nameAndNumber } from './subjects.ts';

/** Gives the owners the proof that their application was deposited: its number and the digest of what was frozen. */
export const applicationSubmitted = letter({
  ...toOwners,
  on: ['application.submitted'],
  path: ({ number }) => `applications/${number}`,
  tells: (file) => ({ ...nameAndNumber(file), digest: eventOf(file.record, 'submit').digest }),
  says: ({ digest, ...file }, words) => ({ rows: { ...fileRows(file, words).rows, digest } }),
});

/** Tells the owners that their file is admissible and who looks at it next. */
export const applicationAccepted = letter({
  ...toOwners,
  on: ['application.accepted'],
  path: ({ number }) => `applications/${number}`,
  tells: nameAndNumber,
  says: fileRows,
});

/** Tells those who write in it on which day what they typed is erased, unless they have sent it meanwhile. */
export const draftExpires = letter({
  ...toWriters,
  on: ['application.draftExpiring'],
  holds: ({ application }) => application.state === 'draft',
  path: ({ number }) => `applications/${number}`,
  tells: (file) => ({ ...nameAndNumber(file), dueAt: file.data.erasesOn }),
  says: ({ organisation, number, dueAt }, { date }) => ({
    rows: { organisation, number, dueAt: date(dueAt) },
  }),
});

/** What a file waited for, by its last event. */
const waits = {
  requestInformation: 'answer',
  rejectCorrection: 'correction',
  deliverReview: 'correction',
  moderate: 'correction',
  announce: 'signature',
  dismissAppeal: 'signature',
} as const;

/** Tells those who write in it that their time is over, for what, and what they can do now. */
export const applicationLapsed = letter({
  ...toWriters,
  on: ['application.lapsed'],
  path: ({ number }) => `applications/${number}`,
  tells: (file) => ({
    ...nameAndNumber(file),
    // Nothing was sent: a draft has a deadline where an officer opened it.
    waitedFor: file.application.context.snapshots === 0 ? ('reconsideration' as const) : waitedFor(file),
    dueAt: lastDue(file.earlier),
  }),
  says: ({ waitedFor, dueAt, ...file }, words) => ({
    rows: { ...fileRows(file, words).rows, dueAt: dueAt && words.date(dueAt) },
    words: `applicationLapsed.${waitedFor}`,
  }),
});

/** Lines without an event change nothing of what a file waits for. */
function waitedFor({ earlier }: Cause): (typeof waits)[keyof typeof waits] {
  const type = earlier.findLast(({ event }) => event !== null)?.event?.type ?? '';
  const wait = Object.entries(waits).find(([event]) => event === type);
  if (!wait) throw new Error(`after ${type} nothing waits for the applicant`);
  return wait[1];
}

/** Tells the officers that an organisation took its request back; of a draft they never heard. */
export const applicationWithdrawn = letter({
  ...toOfficers,
  on: ['application.withdrawn'],
  holds: ({ application }) => application.submittedAt !== null,
});
