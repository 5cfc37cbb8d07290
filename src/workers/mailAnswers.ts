import type { Job } from '../commands/jobPorts.ts';
import type { Deps } from '../commands/ports.ts';
import { isOfficer } from '../policies/who.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';
import { servingOn } from './servingOn.ts';

/** Tells whoever asked that the answers are there; the other officers when that person is no officer any more. */
export async function mailAnswers(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const until = records.findIndex(({ id }) => id === job.recordId);
  const asked = records.slice(0, until).findLast(({ event }) => event?.type === 'requestInformation');
  const person = asked ? await deps.store.person(asked.actor.id) : null;
  const isThere = person !== null && person.removedAt === null && isOfficer(person);
  await sendLetters(deps, job, {
    kind: 'informationAnswered',
    organisationId: organisation.id,
    people: await servingOn(deps, number, isThere ? [person] : await deps.store.peopleWith('officer')),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      link: `${deps.publicUrl}/${language}/files/${number}`,
    }),
  });
}
