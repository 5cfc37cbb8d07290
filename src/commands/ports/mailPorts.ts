import type { Language } from '../../criteria/scheme.ts';
import type { Day } from '../../register/day.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { Correspondence } from '../items/correspondence.ts';
import type { WrittenLetter } from '../items/letters.ts';
import type { LetterCause, LetterEvent, LetterState, LoggedLetter } from '../items/mailLog.ts';
import type { NewRecord } from '../items/newRecord.ts';

/** What of the mail log is looked at; everything that is given must hold. */
export interface MailQuery {
  /** Number of the application that a letter is about. */
  readonly file?: string;
  /** Ids of those for one of whom it is. */
  readonly people?: readonly string[];
  /** The address that it went to. */
  readonly to?: string;
  readonly fact?: DomainEvent;
  readonly state?: LetterState;
  /** On which it was queued. */
  readonly day?: Day;
}

/** The place of a letter among all letters by time. */
export type MailPlace = Pick<LoggedLetter, 'queuedAt' | 'id'>;

/** A number that is not counted beyond a limit. */
export interface Counted {
  readonly count: number;
  /** There are more. */
  readonly more: boolean;
}

/** That what goes to an address comes back, since when, and with which code. */
export interface ReturnedMail {
  readonly at: string;
  readonly state: 'refused' | 'bounced';
  readonly status: string;
}

/** The mail log as a view shows it: no letter about what the view hides is in it, nor counted. */
export interface MailReading {
  /** The newest first, those before `before`; every question is answered from an index. */
  loggedLetters(query: MailQuery, limit: number, before?: MailPlace): Promise<LoggedLetter[]>;
  loggedLetter(id: string): Promise<LoggedLetter | null>;
  /** How many of each state a question finds. */
  countLetters(query: Omit<MailQuery, 'state'>): Promise<Readonly<Record<LetterState, Counted>>>;
  /** When the newest letter went. */
  lastSent(): Promise<string | null>;
  /** Last event of the newest letters that were tried, one letter for each address, newest first. */
  lastTries(limit: number): Promise<readonly LetterEvent[]>;
  /** How many came to a state since an instant. */
  countSince(state: LetterState, instant: string): Promise<Counted>;
  /**
   * Those of some addresses whose newest letter, whatever it is about, was refused or came back. It tells of an address alone: another
   * address, or a letter that goes, ends it.
   */
  returnedMail(addresses: readonly string[]): Promise<ReadonlyMap<string, ReturnedMail>>;
}

/** A letter as one of its readers would get it today; links in it that work without signing in do not work. */
export interface PreviewedLetter extends WrittenLetter {
  /** The id under which the mail log has it, or would. */
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  /** That of its reader. */
  readonly language: Language;
}

/** A line of the journal that is not written yet: what it would make true, and on which chain. */
export interface PlannedLine extends Pick<NewRecord, 'actor' | 'at' | 'facts' | 'data'> {
  readonly stream: string;
  /** What it would open, where its letters read that. */
  readonly opened?: Correspondence;
}

/** Letters as they are read by the office, written anew from the journal by the same steps as those that go. */
export interface LetterDesk {
  /** What letters go on, in the order of their names. */
  readonly facts: readonly DomainEvent[];
  /** Whether others than its reader may read a letter of a kind. */
  isReadable(kind: string): boolean;
  /** Every copy of a letter that went `at` (ISO 8601), or would go now; none of a kind that is not to be read by others. */
  preview(kind: string, cause: LetterCause, at?: string): Promise<readonly PreviewedLetter[]>;
  /** Every letter that would go on lines that are not written yet, the copies of the first line first. */
  previewLetters(lines: readonly PlannedLine[]): Promise<readonly PreviewedLetter[]>;
  /** Sends one copy again by its id; false where it has no reader any more. */
  resend(letter: Pick<LoggedLetter, 'id' | 'kind' | 'cause'>, by: string): Promise<boolean>;
}
