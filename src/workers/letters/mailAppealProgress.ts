import { appealSteps } from '../../commands/items/letters.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { appealLetterFile } from './appealLetterFile.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells the owners where their appeal stands, and at its end what follows; the reasons stay behind the sign-in. */
export async function mailAppealProgress(deps: Deps, job: Job): Promise<void> {
  const { appeal, organisation, number } = await appealLetterFile(deps, job.stream);
  const step = appealSteps.find((one) => `appeal.${one}` === job.fact);
  if (!step) throw new Error(`no letter tells of ${job.fact}`);
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'appealProgress',
    organisationId: organisation.id,
    people: people.filter((person) => speaksFor(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      step,
      against: appeal.context.against,
      link: `${deps.publicUrl}/${language}/applications/${number}/appeal`,
    }),
  });
}
