import type { PublishedScheme } from '../criteria/scheme.ts';
import type { Entry } from '../register/entry.ts';
import type { EventActor, WorkflowEvent } from '../workflow/events.ts';
import type { Fact } from '../workflow/facts.ts';
import type { JournalRecord } from '../workflow/record.ts';
import type {
  Application,
  Label,
  Membership,
  Organisation,
  Person,
  Review,
  SelfAssessment,
  Snapshot,
} from './items.ts';

/** The things that have a record chain of their own, by the name of their collection. */
export interface Items {
  organisations: Organisation;
  applications: Application;
  reviews: Review;
  labels: Label;
}
export type Kind = keyof Items;

/** What an author of a commit says of an item: as it was read (null when new) and as it shall be. */
export type Change = {
  [K in Kind]: {
    readonly kind: K;
    readonly before: Items[K] | null;
    readonly after: Omit<Items[K], 'revision' | 'head'>;
    readonly record: NewRecord;
  };
}[Kind];

/** One line of the journal before it is chained. `id` is made before the first try: a second try with it changes nothing. */
export interface NewRecord {
  readonly id: string;
  readonly at: string;
  readonly actor: EventActor;
  /** The event that was taken, whole, so that a replay gives the stored state; null for what no machine rules. */
  readonly event: WorkflowEvent | null;
  readonly facts: readonly Fact[];
  readonly data: Readonly<{ [key: string]: unknown }>;
}

/** Everything that becomes true together. */
export interface Commit {
  readonly changes: readonly Change[];
  /** A membership that a person gains, e.g. the owner of a new organisation. */
  readonly membership?: { readonly personId: string } & Membership;
  /** The working copy of a new application. */
  readonly selfAssessment?: SelfAssessment;
  /** A snapshot frozen in the same transaction. */
  readonly snapshot?: Snapshot;
  /** The register row that follows from a label's change. */
  readonly entry?: Entry;
  /** Revision of the working copy that the snapshot was taken from; another one now means `stale`. */
  readonly selfAssessmentRevision?: { readonly applicationId: string; readonly revision: number };
}

/** A working copy's part that one save replaces; the rest is not rewritten. */
export type AssessmentEdit =
  | {
      readonly part: 'answer';
      readonly offerId: string;
      readonly answer: SelfAssessment['answers'][number];
      /** The answer as it was read: another one there now means `stale`. */
      readonly before: SelfAssessment['answers'][number] | null;
    }
  | { readonly part: 'facts'; readonly offerId: string; readonly facts: SelfAssessment['facts'] }
  | { readonly part: 'offer'; readonly offer: SelfAssessment['offersNamed'][number] }
  | { readonly part: 'showScores'; readonly showScores: boolean };

/** All that is kept. Reads give plain frozen objects or null; a lost race throws LabelError `stale`. */
export interface Store {
  commit(commit: Commit): Promise<void>;
  organisation(id: string): Promise<Organisation | null>;
  application(id: string): Promise<Application | null>;
  applicationsOf(organisationIds: readonly string[]): Promise<Application[]>;
  /** Files by state, oldest first; at most `limit`. */
  applicationsIn(states: readonly Application['state'][], limit: number): Promise<Application[]>;
  review(id: string): Promise<Review | null>;
  reviewsOf(applicationId: string): Promise<Review[]>;
  reviewsBy(personId: string): Promise<Review[]>;
  label(number: string): Promise<Label | null>;
  labelsOf(organisationId: string): Promise<Label[]>;
  selfAssessment(applicationId: string): Promise<SelfAssessment | null>;
  /** One indexed update; the revision of the working copy rises by one. */
  editSelfAssessment(applicationId: string, edit: AssessmentEdit): Promise<void>;
  /** A reviewer's own unlocked scores: one update, refused as `stale` once the review is no longer being scored. */
  saveScore(reviewId: string, score: Review['scores'][number]): Promise<void>;
  snapshot(applicationId: string, n: number): Promise<Snapshot | null>;
  entry(number: string): Promise<Entry | null>;
  /** The newest entries first, at most `limit`. */
  entries(limit: number): Promise<Entry[]>;
  records(stream: string): Promise<JournalRecord[]>;
  /** Next running number of a series in a year, from 1; a number is never given twice. */
  nextNumber(series: 'application' | 'label', year: number): Promise<number>;
  person(id: string): Promise<Person | null>;
  personByEmail(email: string): Promise<Person | null>;
  peopleWith(role: Person['roles'][number]): Promise<Person[]>;
  savePerson(person: Person): Promise<void>;
  saveSignInCode(code: SignInCode): Promise<void>;
  /** Takes the code out if it is there, unused and in time: true once only. */
  takeSignInCode(email: string, codeHash: string, at: string): Promise<boolean>;
}

export interface SignInCode {
  readonly email: string;
  readonly codeHash: string;
  readonly expiresAt: string;
}

/** One reaction to one record, at most once in effect: claimed by a lease, tried again after a failure, parked in the end. */
export interface Job {
  readonly id: string;
  readonly handler: string;
  readonly fact: Fact;
  readonly recordId: string;
  readonly stream: string;
  /** Counts the tries, this one included. */
  readonly attempts: number;
}

/** The outbox, written by commits and emptied by workers. */
export interface Jobs {
  /** The oldest job that is due and not leased, leased to `worker` until `now + leaseMs`; null when there is none. */
  claim(worker: string, now: Date, leaseMs: number): Promise<Job | null>;
  /** False when the lease was lost meanwhile: another worker has the job. */
  done(job: Job, worker: string): Promise<boolean>;
  retry(job: Job, worker: string, error: string, runAt: Date): Promise<boolean>;
  park(job: Job, worker: string, error: string): Promise<boolean>;
  /** Counts by state. */
  counts(): Promise<{ readonly waiting: number; readonly done: number; readonly parked: number }>;
}

/** Files by the sha-256 (hex) of their bytes: saving the same bytes twice keeps one. */
export interface Files {
  save(bytes: Buffer, contentType: string): Promise<string>;
  read(digest: string): Promise<{ readonly bytes: Buffer; readonly contentType: string } | null>;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  send(letter: Letter): Promise<void>;
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
}

/** What every command is given. */
export interface Deps {
  readonly store: Store;
  readonly files: Files;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Schemes by version, and the one that is open for new applications. */
  readonly schemes: ReadonlyMap<string, PublishedScheme>;
  readonly openVersion: string;
  /** Address of the service as printed on certificates, without a slash at the end. */
  readonly publicUrl: string;
  /** True when everything issued here is a specimen. */
  readonly specimen: boolean;
}

/** The signed-in person who asks for something. */
export type Asker = Person;
