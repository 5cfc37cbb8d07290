import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

const waits = {
  requestInformation: 'answer',
  rejectCorrection: 'correction',
  deliverReview: 'correction',
  moderate: 'correction',
  announce: 'signature',
  dismissAppeal: 'signature',
} as const;

/** Tells owners and editors that their time is over, for what, and what they can do now. */
export async function mailLapse(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const waitedFor = waitIn(
    records.slice(
      0,
      records.findIndex(({ id }) => id === job.recordId),
    ),
  );
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'applicationLapsed',
    organisationId: organisation.id,
    people: people.filter((person) => mayEdit(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      waitedFor,
      link: `${deps.publicUrl}/${language}/applications/${number}`,
    }),
  });
}

/** What a file waited for: its last event says it, and lines without an event change nothing of that. */
function waitIn(records: readonly JournalRecord[]): (typeof waits)[keyof typeof waits] {
  const type = records.findLast(({ event }) => event !== null)?.event?.type ?? '';
  const wait = Object.entries(waits).find(([event]) => event === type);
  if (!wait) throw new Error(`after ${type} nothing waits for the applicant`);
  return wait[1];
}
