import type { CleanFile } from './intake.ts';
import type { Item } from './item.ts';

/** Who writes on a file: the office of the scheme, and the people of the organisation. */
export const sides = ['office', 'applicant'] as const;
export type Side = (typeof sides)[number];

/** A file that a message brings. */
export interface Attachment extends Omit<CleanFile, 'bytes'> {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** A file that somebody brought for a message that is not sent yet: nobody else sees it. */
export interface PreparedAttachment extends Attachment {
  readonly organisationId: string;
  readonly applicationId: string;
  /** Id of the person. */
  readonly by: string;
  readonly at: string;
}

/** One message of one of the sides. */
export interface FileMessage {
  /** Of its form and of what it said: sent twice, it is one message. */
  readonly id: string;
  readonly side: Side;
  /** Id of the person. */
  readonly by: string;
  /** Wrote as an adviser of the organisation; absent for its own people and for the office. */
  readonly adviser?: true;
  readonly text: string;
  /** Instant. */
  readonly at: string;
  readonly attachments: readonly Attachment[];
}

/** What the office and an organisation write to each other about one subject on a file, and on the label that the file opened. */
export interface Correspondence extends Item {
  readonly organisationId: string;
  readonly applicationId: string;
  readonly subject: string;
  /** Instants. */
  readonly openedAt: string;
  readonly lastAt: string;
  /** Who has not answered, and since which message; both null once it is settled. */
  readonly awaits: Side | null;
  readonly awaitsSince: string | null;
  /** The oldest first. */
  readonly messages: readonly FileMessage[];
  /** Since when all that was written is gone; absent while it is there. */
  readonly contentErasedAt?: string;
}
