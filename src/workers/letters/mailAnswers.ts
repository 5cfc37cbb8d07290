import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

/** Tells whoever asked that the answers are there; the other officers when that person is none any more, or may not hear of the file. */
export async function mailAnswers(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const until = records.findIndex(({ id }) => id === job.recordId);
  const asked = records.slice(0, until).findLast(({ event }) => event?.type === 'requestInformation');
  const officers = await servingOn(deps, number, await deps.store.peopleWith('officer'));
  const whoAsked = officers.filter(({ id }) => id === asked?.actor.id);
  await sendLetters(deps, job, {
    kind: 'informationAnswered',
    organisationId: organisation.id,
    people: whoAsked.length > 0 ? whoAsked : officers,
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      link: `${deps.publicUrl}/${language}/files/${number}`,
    }),
  });
}
