import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells whoever an organisation was handed to that they speak for it, unless they do not any more. */
export async function mailOwnership(deps: Deps, job: Job): Promise<void> {
  const id = job.stream.slice('organisations/'.length);
  const record = (await deps.store.records(job.stream)).find((line) => line.id === job.recordId);
  const [organisation, person] = await Promise.all([
    deps.store.organisation(id),
    deps.store.person(String(record?.data.to)),
  ]);
  if (!person || !speaksFor(person, id)) return;
  await sendLetters(deps, job, {
    kind: 'ownershipReceived',
    organisationId: id,
    people: [person],
    params: ({ language }) => ({
      organisation: requireVisible(organisation).name,
      link: `${deps.publicUrl}/${language}/organisations/${id}`,
    }),
  });
}
