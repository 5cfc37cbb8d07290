import type { PlainNamesIn } from '../../../messages.ts';

/** One thing that waits for the officers on a label. */
export interface FollowUp {
  readonly what: PlainNamesIn<'followUp.what'>;
  /** Null for what is about no label. */
  readonly number: string | null;
  /** Empty where there is none. */
  readonly organisationId: string;
  /** Until when, or since when it waits where no day ends it. */
  readonly dueAt: string;
  /** Whether its day is over. */
  readonly late: boolean;
  /** Whether no day ends it. */
  readonly open?: boolean;
  /** Rises with each change of what it is about. */
  readonly sequence: number;
  /** Of its page, below the language. */
  readonly path: string;
  /** Of a complaint. */
  readonly complaintId?: string;
  /** Of the form that proposes a suspension for it, filled in; absent where it is no ground. */
  readonly proposal?: string;
}
