import type { Language } from '../../criteria/scheme.ts';

/** Subjects of letters that are no duty: a person may do without them. */
export const topics = ['labelNews', 'fileProgress', 'workDigest', 'exchange'] as const;
export type Topic = (typeof topics)[number];

/** Whether a text names one of our topics. */
export function isTopic(text: string): text is Topic {
  return topics.some((topic) => topic === text);
}

/** Whom a letter is for; `personId` is null for an address that belongs to nobody here (yet), `name` may be empty. */
export interface Recipient {
  readonly email: string;
  readonly language: Language;
  readonly personId: string | null;
  readonly name: string;
}

/** A code and a link to sign in with. */
export interface SignInLetter {
  readonly kind: 'signInCode';
  readonly to: Recipient;
  readonly params: {
    readonly code: string;
    /** A whole address of the service. */
    readonly link: string;
    /** How long the code is good for. */
    readonly minutes: number;
    readonly host: string;
  };
}

/** A new secret of a complaint, to whoever lost it. */
export interface ComplaintSecretLetter {
  readonly kind: 'complaintSecret';
  readonly to: Recipient;
  readonly params: {
    readonly complaint: string;
    readonly secret: string;
    /** A whole address of the service. */
    readonly link: string;
  };
}

/** Shows that e-mails arrive. */
export interface TestEmail {
  readonly kind: 'testEmail';
  readonly to: Recipient;
  readonly params: {
    /** A whole address of the service. */
    readonly link: string;
    readonly host: string;
  };
}

/** A letter that a command sends on its own: what it tells is kept nowhere. */
export type SentByCommand = SignInLetter | ComplaintSecretLetter | TestEmail;

/** A letter as it is read. */
export interface WrittenLetter {
  /** Name of its definition. */
  readonly kind: string;
  /** The address alone. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it brings for the calendar of its reader, as a file; absent where it brings nothing. */
  readonly calendar?: string;
}

/** Carries letters: for commands those that they send, for the workers every one. */
export interface Mailer<Sent = SentByCommand> {
  /**
   * Resolves once the letter is handed over; throws LabelError `mailRefused` when the server wants none for this address,
   * `mailUnavailable` when it cannot be handed over.
   */
  readonly send: (letter: Sent) => Promise<void>;
}

/** Letters kept for reading on screen where no mail server is configured. */
export interface Mailbox {
  /** Keeping the same id again keeps one letter. */
  keep(letter: WrittenLetter, id?: string): Promise<void>;
  /** The newest first, a page full at most. */
  letters(): Promise<readonly KeptLetter[]>;
  letter(id: string): Promise<KeptLetter | null>;
}

export interface KeptLetter extends WrittenLetter {
  readonly id: string;
  readonly at: Date;
}
