import type { Deps, Job } from '../commands/ports.ts';
import { speaksFor } from '../policies/organisation.ts';
import { dayOf } from '../register/day.ts';
import type { DecisionOutcome } from '../workflow/events.ts';
import type { JournalRecord } from '../workflow/record.ts';
import { fileOf } from './fileOf.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells the owners that their decision is there, and until when they may sign or appeal; the reasons stay behind the sign-in. */
export async function mailDecision(deps: Deps, job: Job): Promise<void> {
  const { number, organisation, records } = await fileOf(deps, job.stream);
  const until = records.findIndex(({ id }) => id === job.recordId) + 1;
  const { outcome, dueAt } = decisionIn(records.slice(0, until));
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

/** What the last of some lines announced; read from the journal, because an appeal since then empties the file's own fields. */
function decisionIn(records: readonly JournalRecord[]): {
  outcome: DecisionOutcome | 'ineligible';
  dueAt: string;
} {
  const announced = records.at(-1)?.event;
  if (announced?.type === 'declareIneligible') return { outcome: 'ineligible', dueAt: announced.appealBy };
  const decided = records.findLast(({ event }) => event?.type === 'decide')?.event;
  if (announced?.type !== 'announce' || decided?.type !== 'decide') throw new Error('nothing was announced');
  return { outcome: decided.outcome, dueAt: announced.dueAt };
}
