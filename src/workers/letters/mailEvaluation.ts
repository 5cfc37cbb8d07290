import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

/** Tells the officers that a file is evaluated and waits for its recommendation, unless that has gone on meanwhile. */
export async function mailEvaluation(deps: Deps, job: Job): Promise<void> {
  const { number, application, organisation } = await fileOf(deps, job.stream);
  if (application.state !== 'recommendation') return;
  await sendLetters(deps, job, {
    kind: 'reviewsDelivered',
    organisationId: organisation.id,
    people: await servingOn(deps, number, await deps.store.peopleWith('officer')),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      link: `${deps.publicUrl}/${language}/files/${number}`,
    }),
  });
}
