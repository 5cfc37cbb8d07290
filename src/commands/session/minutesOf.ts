import { everything } from '../../policies/view.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { Condition, DecisionOutcome, Vote } from '../../workflow/events.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { Session } from '../decidingItems.ts';
import type { Deps } from '../ports.ts';

/** What a session concluded on one file, as the journal keeps it: what changes in the file afterwards changes nothing here. */
export interface ConcludedFile {
  readonly applicationId: string;
  readonly vote: Vote | null;
  readonly outcome: DecisionOutcome | 'deferred';
  readonly reason: string;
  readonly conditions: readonly Condition[];
}

/** The minutes of a closed session: what it concluded on each of its files, and the digest of all that they say. */
export interface Minutes {
  readonly files: readonly ConcludedFile[];
  /** sha-256 (hex). */
  readonly digest: string;
}

/** Read by the service itself, whole: whoever signs signs all of it, whatever part of it they may read. */
export async function minutesOf(deps: Pick<Deps, 'store'>, session: Session): Promise<Minutes> {
  const store = deps.store.seenBy(everything);
  const files = await Promise.all(
    session.context.concluded.map(async ({ applicationId }) => {
      const records = await store.records(`applications/${applicationId}`);
      return concludedIn(applicationId, records, session.id);
    }),
  );
  const { id, place, attendance, words, openedAt, closedAt, remarks, context } = session;
  const { chair, quorum, agenda, recusals } = context;
  const said = { id, place, attendance, words, openedAt, closedAt, remarks, chair, quorum, agenda, recusals };
  return { files, digest: digestOf({ ...said, files }) };
}

function concludedIn(
  applicationId: string,
  records: readonly JournalRecord[],
  sessionId: string,
): ConcludedFile {
  const event = records.find(({ data }) => data.session === sessionId)?.event;
  if (event?.type === 'decide') {
    const { vote, outcome, reason, conditions } = event;
    return { applicationId, vote, outcome, reason, conditions };
  }
  if (event?.type !== 'defer') throw new Error(`the journal does not say how ${applicationId} was concluded`);
  return { applicationId, vote: null, outcome: 'deferred', reason: event.reason, conditions: [] };
}
