import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

/** Tells the officers that an organisation took its request back; of a draft they never heard. */
export async function mailWithdrawal(deps: Deps, job: Job): Promise<void> {
  const { number, application, organisation } = await fileOf(deps, job.stream);
  if (application.submittedAt === null) return;
  await sendLetters(deps, job, {
    kind: 'applicationWithdrawn',
    organisationId: organisation.id,
    people: await servingOn(deps, number, await deps.store.peopleWith('officer')),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      link: `${deps.publicUrl}/${language}/files/${number}`,
    }),
  });
}
