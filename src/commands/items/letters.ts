import type { Language } from '../../criteria/scheme.ts';
import type { DecisionOutcome } from '../../workflow/events.ts';
import type { AppealContext, StoredLabel } from '../../workflow/stored.ts';
import type { Membership, StaffRole } from './items.ts';

/** What each kind of letter tells its reader. Days are YYYY-MM-DD, links are whole addresses of the service. */
export interface LetterParams {
  signInCode: {
    readonly code: string;
    readonly link: string;
    /** How long the code is good for. */
    readonly minutes: number;
    readonly host: string;
  };
  organisationInvitation: {
    readonly organisation: string;
    readonly inviter: string;
    readonly role: Membership['role'];
    readonly link: string;
  };
  ownershipReceived: { readonly organisation: string; readonly link: string };
  /** Names the organisation: who is asked must know it to declare a tie. */
  reviewInvitation: { readonly organisation: string; readonly dueAt: string; readonly link: string };
  moderationInvitation: { readonly organisation: string; readonly dueAt: string; readonly link: string };
  applicationSubmitted: {
    readonly organisation: string;
    readonly number: string;
    readonly digest: string;
    readonly link: string;
  };
  decisionAnnounced: {
    readonly organisation: string;
    readonly number: string;
    /** `ineligible` where the screening turned it away, before any committee. */
    readonly outcome: DecisionOutcome | 'ineligible';
    /** Last day to sign the agreement, and to appeal against a refusal or conditions. */
    readonly dueAt: string;
    readonly link: string;
  };
  labelIssued: { readonly organisation: string; readonly number: string; readonly link: string };
  /** For officers: the hosts that show the badge of a label which is not valid since a day. */
  labelStillShown: FileLetter & {
    readonly state: StoredLabel['state'];
    readonly since: string;
    readonly hosts: readonly string[];
  };
  reviewsDelivered: { readonly organisation: string; readonly number: string; readonly link: string };
  /** A draft that nobody wrote in for long; `dueAt` is the day it is erased. */
  draftExpires: {
    readonly organisation: string;
    readonly number: string;
    readonly dueAt: string;
    readonly link: string;
  };
  informationRequested: FileLetter & { readonly dueAt: string; readonly questions: readonly string[] };
  /** `days` are the working days left. */
  answerDue: FileLetter & { readonly dueAt: string; readonly days: number };
  informationAnswered: FileLetter;
  /** `waitedFor` is what did not come in time. */
  applicationLapsed: FileLetter & { readonly waitedFor: 'answer' | 'correction' | 'signature' };
  applicationWithdrawn: FileLetter;
  /** `when` is an instant. */
  sessionConvened: { readonly when: string; readonly place: string; readonly link: string };
  sessionCancelled: { readonly when: string; readonly reason: string; readonly link: string };
  appealLodged: FileLetter;
  /** Its panel is to be formed. */
  appealWaits: FileLetter;
  appealPanel: FileLetter;
  appealProgress: FileLetter & {
    readonly step: (typeof appealSteps)[number];
    readonly against: AppealContext['against'];
  };
  /** `count` major findings wait for the organisation; `over` when there is no further round, and then no day. */
  correctionAsked: FileLetter & {
    readonly round: 'first' | 'again' | 'over';
    readonly count: number;
    readonly dueAt: string;
  };
  /** What became of a finding, for the organisation; `criterion` as it is called in the reader's language. */
  findingMoved: FileLetter & {
    readonly step: 'acceptAction' | 'returnAction' | 'returnProof' | 'close' | 'extend' | 'deadlinePassed';
    readonly criterion: string;
    readonly dueAt: string;
  };
  /** What waits for those who judge findings. */
  findingWaits: FileLetter & {
    readonly what: 'action' | 'proof' | 'correction' | 'late';
    readonly criterion: string;
  };
  /** For the person concerned and every administrator; `by` is empty for the command line. */
  rolesChange: AccessLetter & {
    readonly step: 'proposed' | 'changed' | 'declined' | 'withdrawn';
    readonly given: readonly StaffRole[];
    readonly taken: readonly StaffRole[];
    /** Last instant to confirm what was proposed; empty for the other steps. */
    readonly dueAt: string;
  };
  accessChange: AccessLetter & { readonly step: 'removed' | 'readmitted' | 'passkeysReset' };
  sponsorshipAsked: SponsorshipLetter;
  sponsorshipGiven: SponsorshipLetter;
  sponsorshipDeclined: SponsorshipLetter;
}

/** What a letter to the owners can tell of their appeal, by the facts `appeal.<step>`. */
export const appealSteps = [
  'admitted',
  'inadmissible',
  'panelFormed',
  'panelDissolved',
  'stayGranted',
  'stayLifted',
  'upheld',
  'partlyUpheld',
  'dismissed',
] as const;

interface FileLetter {
  readonly organisation: string;
  readonly number: string;
  readonly link: string;
}
interface AccessLetter {
  /** Whose access it is, and who changed it. */
  readonly person: string;
  readonly by: string;
  readonly link: string;
}
interface SponsorshipLetter {
  readonly organisation: string;
  readonly sponsor: string;
  readonly link: string;
}
export type LetterKind = keyof LetterParams;

/** Subjects of letters that are no duty: a person may do without them. */
export const topics = ['labelNews', 'fileProgress'] as const;
export type Topic = (typeof topics)[number];

/** Whether a text names one of our topics. */
export function isTopic(text: string): text is Topic {
  return topics.some((topic) => topic === text);
}

/** What a kind is about when it is no duty; null for what a person must be told to keep a right or to get in. */
export const topicOf: Readonly<Record<LetterKind, Topic | null>> = {
  signInCode: null,
  organisationInvitation: null,
  ownershipReceived: null,
  reviewInvitation: null,
  moderationInvitation: null,
  applicationSubmitted: null,
  decisionAnnounced: null,
  labelIssued: 'labelNews',
  labelStillShown: null,
  reviewsDelivered: 'fileProgress',
  draftExpires: null,
  rolesChange: null,
  accessChange: null,
  sponsorshipAsked: null,
  sponsorshipGiven: 'fileProgress',
  sponsorshipDeclined: 'fileProgress',
  informationRequested: null,
  answerDue: null,
  informationAnswered: 'fileProgress',
  applicationLapsed: null,
  applicationWithdrawn: 'fileProgress',
  sessionConvened: null,
  sessionCancelled: null,
  appealLodged: null,
  appealWaits: null,
  appealPanel: null,
  appealProgress: null,
  correctionAsked: null,
  findingMoved: null,
  findingWaits: null,
};

/** Whom a letter is for; `personId` is null for an address that belongs to nobody here (yet), `name` may be empty. */
export interface Recipient {
  readonly email: string;
  readonly language: Language;
  readonly personId: string | null;
  readonly name: string;
}

/** What is said to whom. How it is written and carried is src/mailing's part. */
export type Letter = {
  readonly [K in LetterKind]: {
    readonly kind: K;
    readonly to: Recipient;
    readonly params: LetterParams[K];
    /** The same for every try to send the same letter: with it, a letter that went out does not go twice. */
    readonly id?: string;
  };
}[LetterKind];

/** A letter as it is read. */
export interface WrittenLetter {
  readonly kind: LetterKind;
  /** The address alone. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /**
   * Resolves once the letter is handed over; throws LabelError `mailRefused` when the server wants none for this address,
   * `mailUnavailable` when it cannot be handed over.
   */
  send(letter: Letter): Promise<void>;
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

/** Ids of letters that a mail server took, kept for as long as their jobs may be tried again. */
export interface SentLetters {
  has(id: string): Promise<boolean>;
  add(id: string): Promise<void>;
}
