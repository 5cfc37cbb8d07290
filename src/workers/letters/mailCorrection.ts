import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { isMajor, isUnanswered } from '../../commands/review/findings/openFindings.ts';
import { mayEdit } from '../../policies/organisation.ts';
import { dayOf } from '../../register/day.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells owners and editors what is to be corrected and until when, or that there is no further round. */
export async function mailCorrection(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, application, records } = await fileOf(deps, job.stream);
  const { event, at } = requireVisible(records.find(({ id }) => id === job.recordId));
  const findings = (await deps.store.findingsOf(number)).filter(isMajor);
  const again = event?.type === 'rejectCorrection';
  const over = again && application.state !== 'correction';
  const due = event && 'correctionDueAt' in event ? event.correctionDueAt : again ? event.dueAt : at;
  const people = await deps.store.peopleOf(organisation.id);
  await sendLetters(deps, job, {
    kind: 'correctionAsked',
    organisationId: organisation.id,
    people: people.filter((person) => mayEdit(person, organisation.id)),
    params: ({ language }) => ({
      organisation: organisation.name,
      number,
      round: over ? 'over' : again ? 'again' : 'first',
      count: findings.filter(isUnanswered).length,
      dueAt: dayOf(due),
      link: `${deps.publicUrl}/${language}/applications/${number}/findings`,
    }),
  });
}
