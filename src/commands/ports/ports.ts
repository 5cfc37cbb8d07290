import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { DataMap } from '../../policies/dataMap.ts';
import type { Procedure } from '../../policies/procedure.ts';
import type { ImpartialityRules, Tie } from '../../policies/tie.ts';
import type { View } from '../../policies/view.ts';
import type { Entry } from '../../register/entry.ts';
import type { Agreement } from '../items/agreementText.ts';
import type { ApiKey } from '../items/apiKey.ts';
import type { AssessmentEdit } from '../items/assessmentEdit.ts';
import type { CriterionPlace, EvidenceEdit } from '../items/assessmentItems.ts';
import type { Casework } from '../items/casework.ts';
import type { ChangePack } from '../items/changePack.ts';
import type { Complaint } from '../items/complaint.ts';
import type { Condition } from '../items/condition.ts';
import type { Conversation } from '../items/conversation.ts';
import type { Correspondence } from '../items/correspondence.ts';
import type { Appeal, Finding, Session } from '../items/decidingItems.ts';
import type { Intake } from '../items/intake.ts';
import type {
  Application,
  Evidence,
  Invitation,
  Label,
  Organisation,
  Person,
  Review,
  ReviewerProfile,
  ReviewScore,
  SelfAssessment,
  Snapshot,
  Sponsorship,
} from '../items/items.ts';
import type { Mailer } from '../items/letters.ts';
import type { Need } from '../items/need.ts';
import type { NewRecord, Note, Trace } from '../items/newRecord.ts';
import type { NoticeOfChange } from '../items/noticeOfChange.ts';
import type { Papers } from '../items/papers.ts';
import type { Surveillance } from '../items/surveillance.ts';
import type { Webhook } from '../items/webhook.ts';
import type { ApiKeys } from './apiKeyPorts.ts';
import type { CaseworkReading } from './caseworkPorts.ts';
import type { Changes } from './changePorts.ts';
import type { Complaints } from './complaintPorts.ts';
import type { Conditions } from './conditionPorts.ts';
import type { Corresponding } from './correspondencePorts.ts';
import type { Deciding, Precedent, Precedents } from './decidingPorts.ts';
import type { Exchanging } from './exchangePorts.ts';
import type { Files } from './filePorts.ts';
import type { Backups } from './healthPorts.ts';
import type { Hearings } from './hearingPorts.ts';
import type { Issued } from './issuedPorts.ts';
import type { Issuing } from './issuingPorts.ts';
import type { JournalReading } from './journalPorts.ts';
import type { Forgetting, Keeping, Paged } from './keepingPorts.ts';
import type { Listing } from './listingPorts.ts';
import type { PublicLog, Unsaid } from './logPorts.ts';
import type { Organisations } from './organisationPorts.ts';
import type { Inviting, PeopleReading } from './peoplePorts.ts';
import type { Questioning } from './questionnairePorts.ts';
import type { BadgeHosts, OpenData, RegisterSearch } from './registerPorts.ts';
import type { Calibrating, DutyReading, Reviewing } from './reviewingPorts.ts';
import type { Sponsoring } from './sponsoringPorts.ts';
import type { Surveying } from './surveyingPorts.ts';
import type { WebhookReading } from './webhookPorts.ts';

/** The things that have a record chain of their own, by the name of their collection. */
export interface Items {
  organisations: Organisation;
  applications: Application;
  reviews: Review;
  labels: Label;
  people: Person;
  findings: Finding;
  conditions: Condition;
  /** Of the committee; those of browsers are kept beside the items. */
  committeeSessions: Session;
  appeals: Appeal;
  surveillances: Surveillance;
  complaints: Complaint;
  reviewers: ReviewerProfile;
  changes: NoticeOfChange;
  needs: Need;
  conversations: Conversation;
  correspondence: Correspondence;
  casework: Casework;
  apiKeys: ApiKey;
  /** By the version of the criteria. */
  changePacks: ChangePack;
  webhooks: Webhook;
}
export type Kind = keyof Items;

/** What an author of a commit says of an item: as it was read (null when new) and as it shall be. */
export interface ChangeOf<K extends Kind> {
  readonly kind: K;
  readonly before: Items[K] | null;
  readonly after: Omit<Items[K], 'revision' | 'head'>;
  readonly record: NewRecord;
  /** The item stays at its revision: only a line was added that concerns no form of it. */
  readonly keepsRevision?: true;
}
export type Change = { [K in Kind]: ChangeOf<K> }[Kind];

/** What is kept beside the items: a row is written over that of its id. */
interface Rows {
  ties: Tie;
  invitations: Invitation;
  sponsorships: Sponsorship;
  precedents: Precedent;
}

/** One more thing that becomes true with the changes of a commit. */
export type Part =
  | { [K in keyof Rows]: { readonly kind: K; readonly rows: readonly Rows[K][] } }[keyof Rows]
  /** The working copy of a new application, and the files that it takes over from an earlier one. */
  | { readonly kind: 'workingCopy'; readonly copy: SelfAssessment; readonly evidence: readonly Evidence[] }
  /** `copyRevision` is that of the working copy it was taken from; another one now means `stale`. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot; readonly copyRevision: number }
  /** The register row that follows from a label's change. */
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'unsaid'; readonly unsaid: Unsaid }
  | { readonly kind: 'forget'; readonly what: Forgetting };

/** All that is kept. Reads give plain frozen objects or null; a lost race throws LabelError `stale`. */
export interface Store
  extends JournalReading,
    Keeping,
    Listing,
    Reviewing,
    Sponsoring,
    Deciding,
    DutyReading,
    Calibrating,
    Issued,
    OpenData,
    PeopleReading,
    Inviting,
    Precedents,
    Complaints,
    Conditions,
    Surveying,
    Changes,
    Exchanging,
    Corresponding,
    ApiKeys,
    Organisations,
    CaseworkReading,
    Hearings,
    Questioning,
    RegisterSearch,
    WebhookReading,
    PublicLog,
    BadgeHosts,
    Backups {
  /** The same store as it shows itself to someone: what lies outside the view is not there, in no list, count or write. */
  seenBy(view: View): Store;
  /** Reads as everything is at one instant, whatever is written meanwhile; for at most five minutes, and never to write. */
  atOneInstant<T>(read: (store: Store) => Promise<T>): Promise<T>;
  /** The same store, for pages of the public: while no server takes writes, another one answers, which may lack the newest. */
  fromAnyMember(): Store;
  /** Everything that becomes true together. */
  commit(changes: readonly Change[], parts?: readonly Part[]): Promise<void>;
  /** Adds a line to the journal on its own. */
  note(note: Note): Promise<void>;
  application(id: string): Promise<Application | null>;
  applicationsOf(organisationIds: readonly string[]): Promise<Application[]>;
  /** Files by state, oldest first. */
  applicationsIn(states: readonly Application['state'][], page: Paged): Promise<Application[]>;
  /** Files of one kind by state, the newest first. */
  applicationsOfKind(
    kind: Application['context']['kind'],
    states: readonly Application['state'][],
    limit: number,
  ): Promise<Application[]>;
  label(number: string): Promise<Label | null>;
  labelsOf(organisationId: string): Promise<Label[]>;
  selfAssessment(applicationId: string): Promise<SelfAssessment | null>;
  /** One indexed update and its note; the revision of the working copy rises by one. */
  editSelfAssessment(applicationId: string, edit: AssessmentEdit, by: Trace): Promise<void>;
  /** A reviewer's own score in the place of `before`, in one indexed update; `stale` once that is gone or the review is not scored any more. */
  saveScore(reviewId: string, score: ReviewScore, before: ReviewScore | null, by: Trace): Promise<void>;
  snapshot(applicationId: string, n: number): Promise<Snapshot | null>;
  evidence(id: string): Promise<Evidence | null>;
  /** The files of an application, the first one first. */
  evidenceOf(applicationId: string): Promise<Evidence[]>;
  /**
   * Adds a file and its note, unless the application has its content already (`known`) or as many files as it may (`full`), or
   * its document was changed since the revision before it was read (`late`). With `join` it is joined to a criterion in the same
   * transaction, with its line in the journal; `notFound`, and nothing is kept, once the place is gone.
   */
  addEvidence(
    evidence: Evidence,
    max: number,
    by: Trace,
    join?: CriterionPlace & { readonly by: Trace },
  ): Promise<'added' | 'known' | 'full' | 'late'>;
  /** Changes the newest file of a document, or whether the document is offered; `stale` once it has a newer one. */
  editEvidence(latest: Evidence, edit: EvidenceEdit, by: Trace): Promise<void>;
  changePack(version: string): Promise<ChangePack | null>;
  entry(number: string): Promise<Entry | null>;
  /** Entries, those that changed last first, at most `limit`. */
  entries(limit: number): Promise<Entry[]>;
  /** Next running number of a series in a year, from 1; a number is never given twice. */
  nextNumber(series: 'application' | 'label' | 'complaint', year: number): Promise<number>;
}

/** The only source of "now". */
export interface Clock {
  now(): Date;
}

/** Fresh unguessable or sortable ids; the only source of chance. */
export interface Ids {
  /** Sortable, unique (ULID). */
  next(): string;
  /** Six decimal digits from a secure source. */
  code(): string;
  /** 32 bytes from a secure source, as base64url. */
  secret(): string;
}

/** What every command is given. */
export interface Deps {
  readonly store: Store;
  readonly files: Files;
  readonly intake: Intake;
  readonly papers: Papers;
  readonly issuing: Issuing;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Schemes by version, the oldest first. */
  readonly schemes: ReadonlyMap<string, PublishedScheme>;
  readonly impartiality: ImpartialityRules;
  /** The holder's duties that are signed today. */
  readonly agreement: Agreement;
  readonly procedure: Procedure;
  readonly dataMap: DataMap;
  /** Address of the service as printed on certificates, without a slash at the end. */
  readonly publicUrl: string;
  /** True when everything issued here is a specimen. */
  readonly specimen: boolean;
}

/** The signed-in person who asks for something, and the id of the request that the journal names. */
export interface Asker extends Person {
  readonly request?: string;
  /** Id of the key by which a program asks in their name. */
  readonly key?: string;
}
