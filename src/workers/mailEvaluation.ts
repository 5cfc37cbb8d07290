import type { Job } from '../commands/jobPorts.ts';
import type { Deps } from '../commands/ports.ts';
import { mayReadFile } from '../policies/file.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells the officers that a file is evaluated and waits for its recommendation, unless that has gone on meanwhile. */
export async function mailEvaluation(deps: Deps, job: Job): Promise<void> {
  const { number, application, organisation } = await fileOf(deps, job.stream);
  if (application.state !== 'recommendation') return;
  const [officers, reviews] = await Promise.all([
    deps.store.peopleWith('officer'),
    deps.store.reviewsOf(application.id),
  ]);
  await sendLetters(deps, job, {
    kind: 'reviewsDelivered',
    organisationId: organisation.id,
    people: officers.filter((person) => mayReadFile(person, { application, reviews })),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      link: `${deps.publicUrl}/${language}/files/${number}`,
    }),
  });
}
