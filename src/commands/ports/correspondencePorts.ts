import type { Correspondence, PreparedAttachment, Side } from '../items/correspondence.ts';

/** What the office and organisations write to each other on files, as the view shows it. */
export interface Corresponding {
  correspondence(id: string): Promise<Correspondence | null>;
  /** On a file, what was written in last first. */
  correspondenceOn(applicationId: string, limit: number): Promise<Correspondence[]>;
  /** What waits for an answer of a side, since longest first; of some organisations alone where they are named. */
  correspondenceAwaiting(
    side: Side,
    limit: number,
    organisationIds?: readonly string[],
  ): Promise<Correspondence[]>;
  /** Keeps a file for a message that is not sent yet. False where a person has `max` of them on the file already. */
  prepareAttachment(attachment: PreparedAttachment, max: number): Promise<boolean>;
  /** What a person brought on a file for messages that are not sent yet, the first one first. */
  preparedAttachments(applicationId: string, by: string, limit: number): Promise<PreparedAttachment[]>;
  /** Those that were brought before an instant. */
  attachmentsPreparedBefore(instant: string, limit: number): Promise<PreparedAttachment[]>;
  removePrepared(ids: readonly string[]): Promise<void>;
}
