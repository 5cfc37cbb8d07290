import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { LetterParams } from '../../commands/items/letters.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { dayOf } from '../../register/day.ts';
import { findingOf } from './findingOf.ts';
import { sendLetters } from './sendLetters.ts';

type Step = LetterParams['findingMoved']['step'];
const steps: readonly Step[] = [
  'acceptAction',
  'returnAction',
  'returnProof',
  'close',
  'extend',
  'deadlinePassed',
];

/** Tells owners and editors what was said of a finding, or that its day is over. */
export async function mailFinding(deps: Deps, job: Job): Promise<void> {
  const { finding, application, organisation, criterionIn } = await findingOf(deps, job.stream);
  const { event } = requireVisible(
    (await deps.store.records(job.stream)).find(({ id }) => id === job.recordId),
  );
  const step = requireVisible(steps.find((known) => known === event?.type));
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'findingMoved',
    organisationId: organisation.id,
    people: people.filter((person) => mayEdit(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number: application.id,
      step,
      criterion: criterionIn(language),
      dueAt: dayOf(finding.context.dueAt),
      link: `${deps.publicUrl}/${language}/applications/${application.id}/findings`,
    }),
  });
}
