import { LabelError } from '../../../errors.ts';
import { everything } from '../../../policies/view.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import type { Vote } from '../../../workflow/voting.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import type { Session } from '../../items/decidingItems.ts';
import { takenData } from '../../items/eventData.ts';
import type { MinutesFile } from '../../items/papers.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type SessionInput, sessionInProgress } from './sessionInProgress.ts';

/** A member who sat approves the minutes by the digest they saw; valid once the chair and one more signed, and two who may read each file. */
export async function signMinutes(deps: Deps, asker: Asker, input: SessionInput & { minutes: string }) {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const { digest } = await minutesOf(deps, session);
  if (input.minutes !== digest) throw new LabelError('stale');
  const signatures = [...session.signatures, { personId: asker.id, at: eventMeta.at }];
  await deps.store.commit([
    applyToSession(deps, session, { ...eventMeta, type: 'signMinutes', minutes: digest }, { signatures }),
  ]);
}

/** What a session concluded on one file, as the journal keeps it: what changes in the file afterwards changes nothing here. */
export interface ConcludedFile extends Pick<MinutesFile, 'outcome' | 'reason' | 'conditions'> {
  readonly applicationId: string;
  /** Who chaired it: the one who entered how it was concluded. */
  readonly chair: string;
  readonly vote: Vote | null;
  /** Every vote that counts, in the order in which they were given. */
  readonly ballots: ReturnType<typeof ballotsOn>;
}

/** What a closed session concluded on each file, and the digest of the whole: who signs signs all of it, whatever part they may read. */
export async function minutesOf(deps: Pick<Deps, 'store'>, session: Session) {
  const store = deps.store.seenBy(everything);
  const files = await Promise.all(
    session.context.concluded.map(async ({ applicationId }) => {
      const records = await store.records(`applications/${applicationId}`);
      const ofFile = records.find((line) => takenData('application', line).session === session.id);
      return concludedIn(applicationId, ofFile ?? (await onLabel(store, applicationId, session)), session);
    }),
  );
  const { id, place, attendance, handovers, words, openedAt, closedAt, remarks, additions, context } =
    session;
  const { chair, quorum, agenda, recusals } = context;
  const body = { id, place, attendance, words, openedAt, closedAt, remarks, chair, quorum, agenda, recusals };
  // Votes are in the words.
  const concluded = files.map(({ ballots: _, ...file }) => file);
  return {
    files,
    digest: digestOf({ ...body, handovers, ...(additions && { additions }), files: concluded }),
  };
}

/** The line of the journal that says how a session concluded on the label that a file opened. */
async function onLabel(store: Deps['store'], applicationId: string, session: Session) {
  const number = (await store.application(applicationId))?.context.labelNumber;
  const records = number ? await store.records(`labels/${number}`) : [];
  return records.find((line) => takenData('label', line).session === session.id);
}

function concludedIn(applicationId: string, line: JournalRecord | undefined, session: Session) {
  const event = line?.event;
  const chair = event?.actor.id ?? '';
  const vote = event && 'vote' in event ? event.vote : null;
  const said = { applicationId, chair, vote, ballots: ballotsOn(session, applicationId, vote) };
  switch (event?.type) {
    case 'decide':
      return { ...said, outcome: event.outcome, reason: event.reason, conditions: event.conditions };
    case 'withdrawLabel':
      return { ...said, outcome: 'withdrawn' as const, reason: event.reason, conditions: [] };
    case 'keepLabel':
      return { ...said, outcome: 'kept' as const, reason: event.reason, conditions: [] };
    case 'defer':
    case 'deferWithdrawal':
      return { ...said, outcome: 'deferred' as const, reason: event.reason, conditions: [] };
    default:
      throw new Error(`the journal does not say how ${applicationId} was concluded`);
  }
}

/** The votes that were counted: of who took part and was not recused; all that stand where the file was put off. */
function ballotsOn({ context, words }: Session, applicationId: string, vote: Vote | null) {
  const isCounted = (id: string) => !vote || (vote.present.includes(id) && !vote.recused.includes(id));
  return context.votes
    .filter((one) => one.applicationId === applicationId && isCounted(one.personId))
    .map(({ personId, choice }) => {
      const word = words.find((one) => one.applicationId === applicationId && one.personId === personId);
      return { personId, choice, reason: word?.reason ?? '' };
    });
}

/** Whether the minutes of the session that the last decision names are approved. */
export async function hasApprovedMinutes({ store }: Pick<Deps, 'store'>, applicationId: string) {
  const records = await store.records(`applications/${applicationId}`);
  const decision = records.findLast(({ event }) => event?.type === 'decide');
  if (!decision) return false;
  const { session } = takenData('application', decision);
  return session !== undefined && (await store.session(session))?.state === 'minutesApproved';
}
