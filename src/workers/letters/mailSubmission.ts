import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Gives the owners the proof that their application was deposited: its number and the digest of what was frozen. */
export async function mailSubmission(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const event = requireVisible(records.find(({ id }) => id === job.recordId)).event;
  if (event?.type !== 'submit') throw new Error(`${job.recordId} submits nothing`);
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'applicationSubmitted',
    organisationId: organisation.id,
    people: people.filter((person) => speaksFor(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      digest: event.digest,
      link: `${deps.publicUrl}/${language}/applications/${number}`,
    }),
  });
}
