import type { Day } from '../../register/day.ts';
import type { IssuedFile } from '../../register/entry.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { MachineName } from '../../workflow/versions.ts';
import type { SignedAgreement } from './agreementText.ts';
import type { AssessmentEdit } from './assessmentEdit.ts';
import type { CriteriaAnnounced } from './changePack.ts';
import type { ExchangeOutcome } from './conversation.ts';
import type { Side } from './correspondence.ts';
import type { Lot, Session, SettledGrade } from './decidingItems.ts';
import type { Application, RevisionAsk } from './items.ts';
import type { LetterData } from './papers.ts';
import type { StaffRole } from './people.ts';
import type { SiteCheckDraw } from './surveillance.ts';
import type { PauseReason } from './webhook.ts';
import type { YearFigures } from './yearFigures.ts';

/** A reminder of something that falls due (src/commands/common/reminders.ts). */
export type Reminder = {
  readonly dueAt: string;
  /** Days before it for which this reminder stands: 0 is the day itself, negative is after it. */
  readonly days: number;
  /** Days left when it was told, which are fewer where the service stood still; lines of before say `days` alone. */
  readonly left?: number;
  /** Days before it on which nobody was reminded as they should: this reminder stands for them as well. */
  readonly missed?: readonly number[];
};

/** What a line of the journal records of events whose data is read; events with the same data stand together. */
interface Groups {
  reminder: {
    on:
      | 'application.answerDueSoon'
      | 'finding.dueSoon'
      | 'condition.dueSoon'
      | 'reviewer.endsSoon'
      | 'surveillance.dueSoon'
      | 'change.dueSoon'
      | 'label.endsSoon'
      | 'label.extensionEndsSoon'
      | 'label.hearingDueSoon'
      | 'label.repairDueSoon'
      | 'apiKey.endsSoon';
    data: Reminder;
  };
  digestDue: { on: 'person.digestDue'; data: { readonly day: Day; readonly told: readonly string[] } };
  draftExpiring: { on: 'application.draftExpiring'; data: { readonly erasesOn: Day } };
  complaintDue: {
    on: 'complaint.dueSoon' | 'complaint.overdue' | 'complaint.stranded';
    data: { readonly dueAt: string };
  };
  erased: {
    on: 'application.contentErased' | 'organisation.erased' | 'complaint.contentErased';
    data: { readonly files: readonly string[] };
  };
  offerChanged: {
    on: 'label.offerChanged' | 'label.offerTakenDown';
    data: {
      readonly offerId: string;
      /** Which fields, `photo` among them, and never what they hold. */
      readonly changed: readonly string[];
      /** Digest of the label's offers as they are then. */
      readonly offers: string;
      /** Digests of the pictures that are shown no more. */
      readonly files: readonly string[];
    };
  };
  stampRenewed: { on: 'label.stampRenewed'; data: { readonly file: IssuedFile } };
  revisionAsked: { on: 'label.revisionAsked'; data: { readonly ask: RevisionAsk } };
  revisionDropped: {
    on: 'label.revisionDropped';
    data: { readonly asked: string; readonly reasons: readonly string[] };
  };
  criteriaAnnounced: {
    on: 'label.criteriaAnnounced' | 'application.criteriaAnnounced';
    data: CriteriaAnnounced;
  };
  conditionsMoved: { on: 'label.conditionsMoved'; data: { readonly conditionDue?: Day } };
  invited: {
    on: 'organisation.memberInvited';
    data: { readonly invitationId: string; readonly role: string; readonly adviser?: true };
  };
  /** Who left; where everybody leaves because the organisation is erased, which one. */
  left: {
    on: 'organisation.memberLeft';
    data: { readonly personId?: string; readonly organisationId?: string };
  };
  handedOver: {
    on: 'organisation.ownershipTransferred';
    data: { readonly from: string; readonly to: string };
  };
  /** Whose it was and whose it is; what was written with it stands in its notes, which can be erased. */
  owner: {
    on: 'casework.handedOver';
    data: { readonly from: string | null; readonly to: string | null; readonly act?: string };
  };
  /** Which act on many items they were handed over by, and how many these are. */
  itemsReceived: { on: 'person.itemsReceived'; data: { readonly act: string; readonly count: number } };
  absence: {
    on: 'person.absenceSet';
    data: { readonly from: Day; readonly until: Day; readonly standIn: string | null };
  };
  sponsorship: {
    on: 'sponsorship.asked' | 'sponsorship.given' | 'sponsorship.declined' | 'sponsorship.withdrawn';
    data: { readonly sponsorshipId: string; readonly label: string };
  };
  roles: {
    on: 'person.rolesProposed' | 'person.rolesChanged' | 'person.rolesDeclined' | 'person.rolesWithdrawn';
    data: {
      readonly given: readonly StaffRole[];
      readonly taken: readonly StaffRole[];
      /** Until when a proposal can be confirmed. */
      readonly until?: string;
      readonly proposedBy?: string;
    };
  };
  signedIn: {
    on: 'person.signedIn';
    data: { readonly how: 'code' | 'passkey' | 'oidc'; readonly device?: string; readonly issuer?: string };
  };
  webhookFailed: { on: 'webhook.failed'; data: { readonly pausedFor: Exclude<PauseReason, 'asked'> } };
  siteChecks: { on: 'siteChecks.drawn'; data: SiteCheckDraw };
  figures: { on: 'figures.published'; data: YearFigures };
  messagesWait: { on: 'organisation.messagesWait'; data: { readonly conversations: readonly string[] } };
  needsFound: { on: 'organisation.needsFound'; data: { readonly needs: readonly string[] } };
  replied: {
    on: 'conversation.replied' | 'conversation.outcomeGiven';
    data: { readonly organisationId: string; readonly outcome?: ExchangeOutcome };
  };
  /** Who wrote, and which message: what it says stands in the item, so that erasing it leaves the chain whole. */
  written: {
    on: 'correspondence.opened' | 'correspondence.written';
    data: { readonly side: Side; readonly messageId: string; readonly attachments: number };
  };
  edited: {
    on: 'selfAssessment.edited';
    data: { readonly part: AssessmentEdit['part']; readonly offerId?: string; readonly criterion?: string };
  };
}

/** Events that remind of something that falls due. */
export type ReminderFact = Groups['reminder']['on'];
/** What a line of the journal records beside its event, by what became true. */
export type EventData = { [G in keyof Groups as Groups[G]['on']]: Groups[G]['data'] };
type OtherEvent = Exclude<DomainEvent, keyof EventData>;
type Data = JournalRecord['data'];

interface FactsWith<On extends DomainEvent, Of> {
  readonly facts: readonly [...OtherEvent[], On] | readonly [On, ...OtherEvent[]];
  readonly data: Of;
}
type TypedFacts = { [G in keyof Groups]: FactsWith<Groups[G]['on'], Groups[G]['data']> }[keyof Groups];

/** An event and its data: the data that is read somewhere is typed by its event. */
export type FactsWithData = TypedFacts | { readonly facts: readonly OtherEvent[]; readonly data: Data };
/** The same, where most have no data. */
export type FactsWithOptionalData =
  | TypedFacts
  | { readonly facts: readonly OtherEvent[]; readonly data?: Data };

/** What a line records of an event; nothing to rely on where nobody reads it. */
export type DataOf<K extends DomainEvent> = K extends keyof EventData ? EventData[K] : object;

/** What a line records of an event; null where it is not about that one. */
export function dataOf<K extends DomainEvent>(
  record: Pick<JournalRecord, 'facts' | 'data'> | null | undefined,
  fact: K,
): DataOf<K> | null {
  // Every line is written as `FactsWithData`, which pairs the two.
  return record?.facts.includes(fact) ? (record.data as DataOf<K>) : null;
}

/** What a line records beside the event that a machine took. */
export interface TakenData {
  readonly application: {
    readonly schemeDigest?: string;
    readonly exclusions?: Readonly<Record<string, 'yes' | 'no'>>;
    readonly lot?: Lot;
    readonly scores?: Application['moderation'];
    readonly grades?: readonly SettledGrade[];
    /** The session in which it was decided or put off. */
    readonly session?: string | undefined;
    readonly letter?: LetterData;
    readonly agreement?: Pick<SignedAgreement, 'version' | 'language' | 'textDigest' | 'paper'>;
    readonly because?: readonly DomainEvent[];
  };
  readonly review: { readonly scores?: string };
  readonly label: {
    /** Id of the line that requested the revision. */
    readonly asked?: string;
    readonly files?: readonly IssuedFile[];
    readonly name?: string;
    readonly offers?: string;
    /** The session in which its withdrawal was concluded or put off. */
    readonly session?: string | undefined;
  };
  readonly finding: Readonly<Record<never, never>>;
  readonly change: Readonly<Record<never, never>>;
  readonly condition: Readonly<Record<never, never>>;
  readonly session: { readonly place?: Session['place'] };
  readonly appeal: Readonly<Record<never, never>>;
  readonly surveillance: Readonly<Record<never, never>>;
  readonly complaint: Readonly<Record<never, never>>;
  readonly need: Readonly<Record<never, never>>;
}

/** What a line of a machine's item records beside its event. */
export function takenData<M extends MachineName>(
  _machine: M,
  { event, data }: Pick<JournalRecord, 'event' | 'data'>,
): TakenData[M] {
  // No event is taken but with the data of its machine (`RecordSeed`).
  return (event ? data : {}) as TakenData[M];
}
