import type { Part } from '../../policies/parts.ts';
import type { Day } from '../../register/day.ts';
import type { AppealOutcome, AppealRequest } from '../../workflow/appealEvents.ts';
import type { FindingEvent } from '../../workflow/findingEvents.ts';
import type { VoteChoice } from '../../workflow/session/sessionEvents.ts';
import type { StoredFinding, StoredSession } from '../../workflow/stored.ts';
import type { StoredAppeal } from '../../workflow/storedAppeal.ts';
import type { CriterionPlace } from './assessmentItems.ts';
import type { Item } from './item.ts';

/** A grade that the third person settled, where the two reviewers gave different ones on the same criterion. */
export interface SettledGrade extends CriterionPlace {
  readonly grade: Finding['context']['grade'];
  readonly reason: string;
}

/** A visit, or a call by telephone or screen, that completes what was evaluated on paper. */
export interface Visit {
  readonly kind: 'visit' | 'call';
  readonly on: Day;
  /** Who was met, in the words of the person who went. */
  readonly people: string;
  readonly notes: string;
  /** Id of the person who recorded it. */
  readonly by: string;
  readonly at: string;
}

/** What a file drew when it was found admissible (scoring/lot.ts). */
export interface Lot {
  readonly seed: string;
  readonly ticket: number;
}

/** A statement on a finding, in chronological order. */
export interface FindingWord {
  /** Which step it went with, by the name of its event. */
  readonly step: Exclude<FindingEvent['type'], 'carryOver' | 'drop' | 'deadlinePassed'>;
  readonly text: string;
  /** Documents of the file that were named with it. */
  readonly documents: readonly string[];
  readonly at: string;
}

/** A requirement that is not met, and what is done about it. */
export interface Finding extends Item, StoredFinding {
  /** The criterion it was raised on. */
  readonly place: CriterionPlace;
  /** What is missing, in the reviewer's words. */
  readonly text: string;
  readonly raisedAt: string;
  readonly words: readonly FindingWord[];
}

/** Something that is said of one file of a session. */
interface OnFile {
  readonly applicationId: string;
  readonly text: string;
}

/** What is written down of a session: of itself, and of its files apart. */
export interface MinutesText {
  readonly remarks: string;
  readonly additions: readonly OnFile[];
}

/** A meeting of the committee. */
export interface Session extends Item, StoredSession {
  readonly place: string;
  /** Every time that someone was in the room, in order; `until` is null while they are. `noted`: who wrote down a departure for them, and why. */
  readonly attendance: readonly {
    readonly personId: string;
    readonly from: string;
    readonly until: string | null;
    readonly noted?: { readonly by: string; readonly reason: string };
  }[];
  /** Every time that someone took the chair, of the session or of one file; missing where none was taken. */
  readonly handovers?: readonly {
    readonly applicationId: string | null;
    readonly personId: string;
    readonly reason: string;
    readonly at: string;
  }[];
  /** Reasons of recusals and votes; a later one of the same person on the same file takes the place of the earlier. */
  readonly words: readonly {
    readonly applicationId: string;
    readonly personId: string;
    /** Null for a recusal. */
    readonly choice: VoteChoice | null;
    readonly reason: string;
    /** Of a recusal that follows from what is stored, not from anyone's word. */
    readonly ground?: Part;
    /** Who noted a recusal for someone else. */
    readonly by?: string;
    readonly at: string;
  }[];
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** What the chair added to the minutes on the session itself, the oldest first. */
  readonly remarks: readonly string[];
  /** What the chair added on single files, which only those read who read their minutes; missing where nothing was. */
  readonly additions?: readonly OnFile[];
  /** What an officer wrote down for the minutes, until the chair added to them. */
  readonly minutesDraft?: (MinutesText & { readonly by: string; readonly at: string }) | null;
  readonly signatures: readonly { readonly personId: string; readonly at: string }[];
}

/** An appeal of an applicant. */
export interface Appeal extends Item, StoredAppeal {
  readonly lodgedAt: string;
  /** `process`: the rules were not kept; `evidence`: a fact was overlooked or misread. */
  readonly ground: 'process' | 'evidence';
  readonly grounds: string;
  /** Files of the evidence library that it names, each as it was when it was lodged. */
  readonly documents: readonly string[];
  /** Why it was admitted or not, why a stay was granted or lifted, and how it was settled, in order. */
  readonly words: readonly {
    readonly step: AppealStep;
    /** Empty of a stay that ended by itself. */
    readonly text: string;
    readonly at: string;
  }[];
  /** What single members ask for that is not decided, with their reasons; missing where nobody did. */
  readonly requests?: readonly {
    readonly personId: string;
    readonly step: AppealRequest;
    readonly text: string;
    readonly at: string;
  }[];
}

/** A step of an appeal that took effect. */
type AppealStep =
  | 'admit'
  | 'declareInadmissible'
  | 'grantStay'
  | 'grantUrgentStay'
  | 'confirmStay'
  | 'endUrgentStay'
  | 'liftStay'
  | AppealOutcome;
