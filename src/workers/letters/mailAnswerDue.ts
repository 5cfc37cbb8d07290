import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { dayOf } from '../../register/day.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Reminds owners and editors of what the secretariat asked, unless they have answered meanwhile. */
export async function mailAnswerDue(deps: Deps, job: Job): Promise<void> {
  const { number, application, organisation, records } = await fileOf(deps, job.stream);
  const { data } = requireVisible(records.find(({ id }) => id === job.recordId));
  if (application.state !== 'informationRequested' || application.context.dueAt !== data.dueAt) return;
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'answerDue',
    organisationId: organisation.id,
    people: people.filter((person) => mayEdit(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      dueAt: dayOf(String(data.dueAt)),
      days: Number(data.days),
      link: `${deps.publicUrl}/${language}/applications/${number}/information`,
    }),
  });
}
