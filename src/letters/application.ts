import { type Cause, letter } from './letter.ts';
import { editors, officers, owners } from './recipients.ts';
import { eventOf, fileRows, nameAndNumber, theFile } from './subjects.ts';

/** Gives the owners the proof that their application was deposited: its number and the digest of what was frozen. */
export const applicationSubmitted = letter({
  on: ['application.submitted'],
  topic: null,
  about: theFile,
  to: owners,
  path: ({ number }) => `applications/${number}`,
  tells: (file) => ({ ...nameAndNumber(file), digest: eventOf(file.record, 'submit').digest }),
  says: ({ organisation, number, digest }) => ({ rows: { organisation, number, digest } }),
});

/** Tells owners and editors on which day what they typed is erased, unless they have sent it meanwhile. */
export const draftExpires = letter({
  on: ['application.draftExpiring'],
  topic: null,
  about: theFile,
  holds: ({ application }) => application.state === 'draft',
  to: editors,
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

/** Tells owners and editors that their time is over, for what, and what they can do now. */
export const applicationLapsed = letter({
  on: ['application.lapsed'],
  topic: null,
  about: theFile,
  to: editors,
  path: ({ number }) => `applications/${number}`,
  tells: (file) => ({ ...nameAndNumber(file), waitedFor: waitedFor(file) }),
  says: ({ waitedFor, ...file }) => ({ ...fileRows(file), words: `applicationLapsed.${waitedFor}` }),
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
  on: ['application.withdrawn'],
  topic: 'fileProgress',
  about: theFile,
  holds: ({ application }) => application.submittedAt !== null,
  to: officers,
  path: ({ number }) => `files/${number}`,
  tells: nameAndNumber,
  says: fileRows,
});
