import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells owners and editors on which day what they typed is erased, unless they have sent it meanwhile. */
export async function mailDraftExpires(deps: Deps, job: Job): Promise<void> {
  const { number, application, organisation, records } = await fileOf(deps, job.stream);
  if (application.state !== 'draft') return;
  const { data } = requireVisible(records.find(({ id }) => id === job.recordId));
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'draftExpires',
    organisationId: organisation.id,
    people: people.filter((person) => mayEdit(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      dueAt: String(data.erasesOn),
      link: `${deps.publicUrl}/${language}/applications/${number}`,
    }),
  });
}
