import type { Recusal } from '../../policies/recusal.ts';
import type { Appeal, Finding, Session } from '../items/decidingItems.ts';

/** Reads of findings, sessions and appeals; each is answered from an index. */
export interface Deciding {
  finding(id: string): Promise<Finding | null>;
  /** Every finding of a file, the first one raised first. */
  findingsOf(applicationId: string): Promise<Finding[]>;
  /** Findings of some files that wait for whoever scored them; none that a label carries on. */
  findingsWaiting(applicationIds: readonly string[]): Promise<Finding[]>;
  session(id: string): Promise<Session | null>;
  /** Sessions in some states, the one planned last first; at most `limit`. */
  sessionsIn(states: readonly Session['state'][], limit: number): Promise<Session[]>;
  /** The files that a person is recused from, by whatever session. */
  recusalsOf(personId: string): Promise<Recusal[]>;
  /** Sessions that have a file on their agenda, the one planned last first. */
  sessionsOn(applicationId: string): Promise<Session[]>;
  appeal(id: string): Promise<Appeal | null>;
  /** Every appeal against a decision on a file, the newest first. */
  appealsOf(applicationId: string): Promise<Appeal[]>;
  /** Appeals in some states, the oldest first; at most `limit`. */
  appealsIn(states: readonly Appeal['state'][], limit: number): Promise<Appeal[]>;
  /** Appeals that a person judges now, the oldest first. */
  appealsJudgedBy(personId: string): Promise<Appeal[]>;
  /** Appeals in some states, the newest first; at most `limit`. */
  latestAppeals(states: readonly Appeal['state'][], limit: number): Promise<Appeal[]>;
}
