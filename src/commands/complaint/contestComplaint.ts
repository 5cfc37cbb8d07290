import { invalid } from '../../errors.ts';
import { everything } from '../../policies/view.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import { visitorActor } from '../common/actor.ts';
import { applyToComplaint } from '../common/applyEvent.ts';
import { requireReason } from '../common/requireReason.ts';
import { isSecret } from '../common/secret.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Deps } from '../ports/ports.ts';
import { withWord } from './complaintFile.ts';
import { answerDue } from './fileComplaint.ts';

/** What opens a complaint without an account. */
export interface ComplaintKey {
  readonly number: string;
  readonly secret: string;
}

/** What whoever complained reads of it. */
export type OpenedComplaint = Awaited<ReturnType<typeof openComplaint>>;

/** A complaint for whoever has its secret; whether a number exists or its secret is another is one answer, `invalid`. */
export async function openComplaint({ store, clock }: Pick<Deps, 'store' | 'clock'>, key: ComplaintKey) {
  const complaint = await complaintOf({ store }, key);
  const { id, state, receivedAt, kind, text, context, words } = complaint;
  const { dueAt, outcome, contested } = context;
  const answered = state === 'answered' || state === 'unfounded';
  return {
    number: id,
    state,
    receivedAt,
    kind,
    text,
    outcome,
    contested,
    /** Until when it is answered, or the answer may be contested; null once nothing is due. */
    dueAt: state === 'closed' ? null : dueAt,
    mayContest: answered && clock.now().toISOString() <= dueAt,
    words: words
      .filter(({ step }) => step === 'resolve' || step === 'contest')
      .map(({ step, text: said, done = '', at }) => ({ step, text: said, done, at })),
  };
}

/** Whoever complained contests the answer, once and in time, with their reasons; somebody else then looks into it. */
export async function contestComplaint(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'procedure'>,
  { request, grounds, ...key }: ComplaintKey & { readonly grounds: string; readonly request: string },
): Promise<void> {
  const complaint = await complaintOf(deps, key);
  const text = requireReason(grounds, 'grounds');
  const at = deps.clock.now().toISOString();
  const event = {
    type: 'contest',
    at,
    actor: visitorActor(request),
    digest: digestOf(text),
    proved: isSecret(complaint.secretHash, key.secret),
    dueAt: answerDue(deps.procedure, at),
  } as const;
  const word = { step: event.type, text, by: null, at };
  await withinSecret(deps).commit([applyToComplaint(deps, complaint, event, withWord(complaint, word))]);
}

/** Whoever knows the secret may see the complaint, whatever else is hidden from visitors. */
function withinSecret({ store }: Pick<Deps, 'store'>): Deps['store'] {
  return store.seenBy(everything);
}

async function complaintOf(deps: Pick<Deps, 'store'>, { number, secret }: ComplaintKey): Promise<Complaint> {
  const complaint = await withinSecret(deps).complaint(number);
  // Compared also where there is none, so that the time tells nothing.
  if (!isSecret(complaint?.secretHash ?? null, secret) || !complaint) throw invalid('secret', 'secretWrong');
  return complaint;
}
