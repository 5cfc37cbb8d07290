import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells owners and editors that certificate and badges of their label are there. */
export async function mailLabel(deps: Deps, job: Job): Promise<void> {
  const label = requireVisible(await deps.store.label(job.stream.slice('labels/'.length)));
  const { organisationId } = label.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const people = await deps.store.peopleOf(organisationId);
  await sendLetters(deps, job, {
    kind: 'labelIssued',
    organisationId,
    people: people.filter((person) => mayEdit(person, organisationId)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number: label.id,
      link: `${deps.publicUrl}/${language}/organisations/${organisationId}/labels/${label.id}`,
    }),
  });
}
