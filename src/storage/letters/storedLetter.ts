import type { LetterCause, LoggedLetter } from '../../commands/items/mailLog.ts';

/** A letter as it is stored: its cause beside it, so that it is found by each, and whose it is, so that a view hides it. */
export interface LetterRow extends Omit<LoggedLetter, 'id' | 'cause'> {
  readonly _id: string;
  readonly jobId: string | null;
  readonly fact: LetterCause['fact'] | null;
  readonly stream: string | null;
  readonly recordId: string | null;
  readonly organisationId: string | null;
  /** Whether a try has begun whose end nobody noted; absent in letters of before, as the count is of tries that were cut off. */
  readonly underWay?: boolean;
  readonly interrupted?: number;
  /** From which the database counts until it takes it away. */
  readonly at: Date;
}

/** A stored letter as the rest of the program knows it. */
export function letterOf(row: Omit<LetterRow, '_id'> & { readonly id: string }): LoggedLetter {
  const { id, ref, kind, personId, to, queuedAt, state, changedAt, status, events, applicationId } = row;
  const { jobId, fact, stream, recordId } = row;
  // Letters of before have none.
  const request = row.request ?? null;
  const cause =
    jobId === null || fact === null || stream === null || recordId === null
      ? null
      : { jobId, fact, stream, recordId };
  return {
    ...{ id, ref, kind, personId, to, cause, request },
    ...{ queuedAt, state, changedAt, status, events, applicationId },
  };
}
