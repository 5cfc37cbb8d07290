import type { DomainEvent } from '../../workflow/domainEvents.ts';

/** How far a letter came: waiting to go, taken by the mail server, refused by it, or sent back after it was taken. */
export const letterStates = ['queued', 'sent', 'refused', 'bounced'] as const;
export type LetterState = (typeof letterStates)[number];

/** Something that happened to a letter; opening it and following its links are never noted. */
export interface LetterEvent {
  readonly at: string;
  /** `waited` is a try that reached no server: the letter is tried again; `interrupted` one that was cut off before the server's answer. */
  readonly what: 'waited' | 'sent' | 'refused' | 'bounced' | 'resent' | 'interrupted';
  /** Code of RFC 3463 with which a server said why, or its reply code; empty where it said none. */
  readonly status: string;
  /** What the server answered to a try that failed, without addresses; absent where nobody answered. */
  readonly answer?: string;
  /** Id of who asked for it to be sent again; null for the service. */
  readonly by: string | null;
}

/** The line of the journal that a letter goes for, and the job that came of it. */
export interface LetterCause {
  readonly jobId: string;
  readonly fact: DomainEvent;
  readonly stream: string;
  readonly recordId: string;
}

/** A letter before its first try. */
export interface NewLetter {
  /** The same for every try. */
  readonly id: string;
  /** Names this try in the address to which reports come; unguessable alone, and signed there. */
  readonly ref: string;
  /** Name of its definition. */
  readonly kind: string;
  /** Null for an address of nobody here. */
  readonly personId: string | null;
  /** The address as it is sent to. */
  readonly to: string;
  /** Null for a letter that a command sends: what it tells is kept nowhere. */
  readonly cause: LetterCause | null;
  /** What it follows from: a request, or a turn of the clock; null where that is not known. */
  readonly request: string | null;
  readonly queuedAt: string;
}

/** What the mail log has of a letter: never a word of what it says. */
export interface LoggedLetter extends NewLetter {
  /** Number of the application that it is about; null for another thing. */
  readonly applicationId: string | null;
  readonly state: LetterState;
  readonly changedAt: string;
  /** Of the newest event. */
  readonly status: string;
  /** The last twenty, the oldest first. */
  readonly events: readonly LetterEvent[];
}

/** A letter whose try begins; `interrupted` counts the tries that were cut off, where the last one was. */
export type QueuedLetter = LoggedLetter & { readonly interrupted: number };

/** What became of a report that a letter came back. */
export type BounceResult = 'noted' | 'known' | 'unknown' | 'old';

/** The mail log as whoever carries letters writes it. */
export interface MailLog {
  /** Notes a letter unless it is known, and gives what is known of it; `again` names a new try of a letter that is over. */
  queue(letter: NewLetter, again?: boolean): Promise<QueuedLetter>;
  note(id: string, event: LetterEvent): Promise<void>;
  /** Notes that the try of a `ref` came back: once, and for one that was sent after `since` alone. */
  bounce(ref: string, since: string, event: LetterEvent): Promise<BounceResult>;
}
