import type { Level } from '../../criteria/scheme.ts';
import type { Recusal } from '../../policies/recusal.ts';
import type { Day } from '../../register/day.ts';
import type { LegalForm } from '../../register/legalForm.ts';
import type { Condition, DecisionOutcome } from '../../workflow/events.ts';
import type { Appeal, Finding, Session } from '../items/decidingItems.ts';

/** Reads of findings, sessions and appeals; each is answered from an index. */
export interface Deciding {
  finding(id: string): Promise<Finding | null>;
  /** Every finding of a file, the first one raised first. */
  findingsOf(applicationId: string): Promise<Finding[]>;
  /** Findings of some files that wait for whoever scored them; none that a label carries on. */
  findingsWaiting(applicationIds: readonly string[]): Promise<Finding[]>;
  /** Findings that labels carry on, in some states, what is due first first; at most `limit`. */
  findingsOnLabels(states: readonly Finding['state'][], limit: number): Promise<Finding[]>;
  session(id: string): Promise<Session | null>;
  /** Sessions in some states, the one planned last first; at most `limit`. */
  sessionsIn(states: readonly Session['state'][], limit: number): Promise<Session[]>;
  /** The files that a person is recused from, by whatever session. */
  recusalsOf(personId: string): Promise<Recusal[]>;
  /** Sessions that have a file, or any of several, on their agenda, the one planned last first. */
  sessionsOn(files: string | readonly string[]): Promise<Session[]>;
  appeal(id: string): Promise<Appeal | null>;
  /** Every appeal against a decision on a file, the newest first. */
  appealsOf(applicationId: string): Promise<Appeal[]>;
  /** Appeals in some states, the oldest or the newest first; at most `limit`. */
  appealsIn(states: readonly Appeal['state'][], first: 'oldest' | 'newest', limit: number): Promise<Appeal[]>;
  /** Appeals that a person judges now, the oldest first. */
  appealsJudgedBy(personId: string): Promise<Appeal[]>;
}

/** What was said about one criterion when a file was decided. */
export interface PrecedentPlace {
  readonly criterion: string;
  /** The level that counted; null where there is none, or where offers had different ones. */
  readonly level: Level | 'na' | null;
  /** Why it was settled so, or what was missing; empty where the reasons only name the criterion. */
  readonly text: string;
}

/** An announced decision without names, for those who decide the next ones. Names in its texts are marks (policies/anonymise.ts). */
export interface Precedent {
  /** Sortable by the announcement; it names no file. */
  readonly id: string;
  /** For the view and for an appeal alone: neither is ever shown. */
  readonly organisationId: string;
  readonly applicationId: string;
  readonly decidedOn: Day;
  readonly outcome: DecisionOutcome;
  readonly criteriaVersion: string;
  readonly legalForm: LegalForm;
  readonly reason: string;
  readonly conditions: readonly Condition[];
  readonly places: readonly PrecedentPlace[];
  /** Criteria of the places, each once. */
  readonly criteria: readonly string[];
  /** Words of all texts, as they are looked for. */
  readonly words: readonly string[];
  /** Since when an appeal against it was upheld; null while it stands. */
  readonly overturnedOn: Day | null;
}

/** What to look for; what is not given does not matter. */
export interface PrecedentQuery {
  readonly criterion?: string;
  readonly outcome?: DecisionOutcome;
  /** Words that all have to be there, folded. */
  readonly words?: readonly string[];
}

/** Reads of precedents, answered from an index and bounded. */
export interface Precedents {
  /** The newest first; at most `limit`, those before the id `before` when it is given. */
  precedents(query: PrecedentQuery, limit: number, before?: string): Promise<Precedent[]>;
  /** The newest one of a file. */
  lastPrecedent(applicationId: string): Promise<Precedent | null>;
}
