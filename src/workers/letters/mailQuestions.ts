import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { dayOf } from '../../register/day.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells owners and editors what the secretariat asks, and until when they may answer. */
export async function mailQuestions(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const event = requireVisible(records.find(({ id }) => id === job.recordId)).event;
  if (event?.type !== 'requestInformation') throw new Error(`${job.recordId} asks for nothing`);
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'informationRequested',
    organisationId: organisation.id,
    people: people.filter((person) => mayEdit(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      dueAt: dayOf(event.dueAt),
      // A letter is one text: a question written on several lines stands there on one.
      questions: event.items.map((question) => question.replaceAll(/\s+/g, ' ')),
      link: `${deps.publicUrl}/${language}/applications/${number}/information`,
    }),
  });
}
