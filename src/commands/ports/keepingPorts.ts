import type { Day } from '../../register/day.ts';
import type { Complaint, ComplaintWord } from '../items/complaint.ts';
import type { Condition } from '../items/condition.ts';
import type { Appeal, Finding } from '../items/decidingItems.ts';
import type { Application, Label, Person, Review } from '../items/items.ts';
import type { Need } from '../items/need.ts';
import type { Trace } from '../items/newRecord.ts';
import type { NoticeOfChange } from '../items/noticeOfChange.ts';
import type { Surveillance } from '../items/surveillance.ts';

/** What is taken away together with a commit: it cannot be true that a person is erased and their keys still open. */
export interface Forgetting {
  /** Ways in, sessions, invitations, kept letters and private notes of a person. */
  readonly person?: Pick<Person, 'id' | 'email'>;
  /** Organisations whose invitations go. */
  readonly organisationIds?: readonly string[];
  /** Applications whose working copy is emptied and whose list of evidence goes. */
  readonly contentOf?: readonly string[];
  /** Complaints about which the office noted something. */
  readonly complaints?: readonly string[];
}

/** What is kept of a person beside the items, as they may have it: no key, no code, no digest of one. */
export interface PersonData {
  /** Field by field as they are kept: handed over whole, and no field is read on the way. */
  readonly sessions: readonly object[];
  readonly passkeys: readonly object[];
  readonly identities: readonly object[];
  readonly letters: readonly object[];
  /** What became of every letter to them. */
  readonly mailLog: readonly object[];
  readonly savedViews: readonly object[];
  /** Complaints that want an answer at their address, the oldest first. */
  readonly complaints: readonly OwnComplaint[];
}

/** A complaint as whoever sent it may have it: with its answers, without what was said inside or by its holder. */
export interface OwnComplaint
  extends Pick<
    Complaint,
    | 'id'
    | 'state'
    | 'receivedAt'
    | 'language'
    | 'kind'
    | 'place'
    | 'number'
    | 'text'
    | 'link'
    | 'email'
    | 'photo'
  > {
  readonly labelNumber: string | null;
  readonly words: readonly Pick<ComplaintWord, 'step' | 'text' | 'done' | 'at'>[];
}

/** Items that have a deadline in their context, by kind; each has an index of its state, its `context.dueAt` and its id. */
export interface Timed {
  applications: Application;
  appeals: Appeal;
  reviews: Review;
  labels: Label;
  findings: Finding;
  conditions: Condition;
  surveillances: Surveillance;
  changes: NoticeOfChange;
  complaints: Complaint;
  needs: Need;
}

/** A page of a list in the order of ids: at most `limit`, those after the id `last`. */
export interface Paged {
  readonly limit: number;
  readonly last?: string;
}

/** A page of a list in the order of due dates: at most `limit`, those after the item `last`, which was due then. */
export interface DuePaged {
  readonly limit: number;
  readonly last?: { readonly due: string; readonly id: string };
}

/** Reads and removals of the clock and of privacy; each is answered from an index. */
export interface Keeping {
  personData(person: Pick<Person, 'id' | 'email'>): Promise<PersonData>;
  /** Items in some states whose due instant is over at `instant`, those first that were due first. */
  dueBefore<K extends keyof Timed>(
    kind: K,
    states: readonly string[],
    instant: string,
    page: DuePaged,
  ): Promise<Timed[K][]>;
  /** Labels in some states whose last day lies before `day`, by their period or by the notice of their holder, the earliest first. */
  labelsEndedBefore(
    by: 'until' | 'endsOn',
    states: readonly string[],
    day: Day,
    page: DuePaged,
  ): Promise<Label[]>;
  /** Labels in some states. */
  labelsIn(states: readonly Label['state'][], page: Paged): Promise<Label[]>;
  /** Files in some states, started before `instant`, that still have a content to erase. */
  filesWithContent(
    states: readonly Application['state'][],
    instant: string,
    page: Paged,
  ): Promise<Application[]>;
  /** People without role and organisation who did not sign in since `day`. */
  unseenPeople(day: Day, page: Paged): Promise<Person[]>;
  /** Removes up to `limit` invitations whose time was over before `instant`, with one line in the journal; gives how many. */
  removeInvitations(instant: string, limit: number, line: Omit<Trace, 'actor'>): Promise<number>;
  /** Those of some digests of files that something still refers to. */
  digestsInUse(digests: readonly string[]): Promise<string[]>;
}
