import { requireVisible } from '../../commands/common/requireVisible.ts';
import { announcedDecisions } from '../../commands/file/announcedDecisions.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { speaksFor } from '../../policies/organisation.ts';
import { dayOf } from '../../register/day.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells the owners that their decision is there, and until when they may sign or appeal; the reasons and the letter stay behind the sign-in. */
export async function mailDecision(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const decisions = announcedDecisions(records);
  const { outcome, dueAt } = requireVisible(decisions.find(({ recordId }) => recordId === job.recordId));
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'decisionAnnounced',
    organisationId: organisation.id,
    people: people.filter((person) => speaksFor(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      outcome,
      dueAt: dayOf(dueAt),
      link: `${deps.publicUrl}/${language}/applications/${number}`,
    }),
  });
}
