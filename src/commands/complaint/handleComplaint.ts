import { addDays, dayOf, endOfDay } from '../../register/day.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { type ComplaintOutcome, complaintOutcomes } from '../../workflow/complaintEvents.ts';
import { systemActor } from '../common/actor.ts';
import { applyToComplaint } from '../common/applyEvent.ts';
import { requireReason } from '../common/requireReason.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { bondsTo, type ComplaintInput, complaintToHandle, withWord } from './complaintFile.ts';

export { complaintOutcomes };

/** Acknowledges a complaint that came; done already, it does nothing. */
export async function acknowledgeComplaint(deps: Pick<Deps, 'store' | 'clock' | 'ids'>, complaintId: string) {
  const complaint = requireVisible(await deps.store.complaint(complaintId));
  if (complaint.state !== 'received') return;
  const event = { type: 'acknowledge', at: deps.clock.now().toISOString(), actor: systemActor } as const;
  await deps.store.commit([applyToComplaint(deps, complaint, event)]);
}

/** An officer without part or tie takes a complaint, also from a colleague; one that was reopened, only who did not answer it before. */
export async function takeComplaint(deps: Deps, asker: Asker, input: ComplaintInput): Promise<void> {
  const { complaint, eventMeta } = await complaintToHandle(deps, asker, input);
  const { complains, tied } = await bondsTo(deps, asker, complaint);
  const event = { type: 'take', ...eventMeta, complains, tied } as const;
  await deps.store.commit([applyToComplaint(deps, complaint, event)]);
}

/** Its handler notes something for whoever may handle it; no answer shows it. */
export async function noteOnComplaint(deps: Deps, asker: Asker, input: ComplaintInput & { note: string }) {
  const { complaint, eventMeta } = await complaintToHandle(deps, asker, input);
  const { note: text } = input;
  const event = { type: 'note', ...eventMeta, digest: digestOf(text) } as const;
  const word = { step: event.type, text, by: asker.id, at: event.at };
  await deps.store.commit([applyToComplaint(deps, complaint, event, withWord(complaint, word))]);
}

/** Its handler asks the holder of the label for a statement, in words of their own: whoever complained stays unnamed. */
export async function askHolder(deps: Deps, asker: Asker, input: ComplaintInput & { question: string }) {
  const { complaint, eventMeta } = await complaintToHandle(deps, asker, input);
  const text = requireReason(input.question, 'question');
  const dueAt = daysAfter(eventMeta.at, deps.procedure.complaint.statementDays);
  const event = { type: 'askHolder', ...eventMeta, dueAt, digest: digestOf(text) } as const;
  const word = { step: event.type, text, by: asker.id, at: event.at };
  await deps.store.commit([applyToComplaint(deps, complaint, event, withWord(complaint, word))]);
}

/** What a handler answers: whether it is founded, why, and what was done. */
export interface ComplaintAnswer extends ComplaintInput {
  readonly outcome: ComplaintOutcome;
  readonly reason: string;
  readonly done: string;
}

/** Its handler answers a complaint with reasons; the answer can be contested once. */
export async function answerComplaint(deps: Deps, asker: Asker, input: ComplaintAnswer): Promise<void> {
  const { complaint, eventMeta } = await complaintToHandle(deps, asker, input);
  const text = requireReason(input.reason);
  const { outcome, done } = input;
  const contestBy = daysAfter(eventMeta.at, deps.procedure.complaint.contestDays);
  const event = {
    type: 'resolve',
    ...eventMeta,
    outcome,
    contestBy,
    digest: digestOf({ text, done }),
  } as const;
  const word = { step: event.type, text, done, by: asker.id, at: event.at };
  await deps.store.commit([applyToComplaint(deps, complaint, event, withWord(complaint, word))]);
}

function daysAfter(at: string, days: number): string {
  return endOfDay(addDays(dayOf(at), days));
}
