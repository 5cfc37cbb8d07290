import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { Application, Label } from '../items/items.ts';
import type { LetterResult } from '../items/papers.ts';
import type { Told } from '../items/told.ts';

/** An application with what became true of it, the oldest first. */
export interface FileHistory extends Pick<Application, 'id' | 'state'> {
  readonly organisationId: string;
  readonly history: readonly Told[];
  /** The points by theme of its first decision; absent where none were told. */
  readonly themes?: LetterResult['themes'];
}

/** How many files came to something for the first time in a month (YYYY-MM, where the label is). */
export interface MonthCount<Name extends string = string> {
  readonly name: Name;
  readonly month: string;
  readonly count: number;
}

/** How many labels in a state end in a month (YYYY-MM). */
export interface LabelCount extends Pick<Label, 'state'> {
  readonly endsIn: string;
  readonly count: number;
}

/** A complaint that was answered: whether by its last day, and after how many days of the calendar. */
export interface Answered {
  readonly inTime: boolean;
  readonly days: number;
}

/** What is counted over all files and labels that a view shows, each answered along an index. */
export interface Counting {
  /** Of applications between two instants, under a name each what became true. */
  countFacts<Name extends string>(
    facts: Readonly<Record<Name, readonly DomainEvent[]>>,
    from: string,
    to: string,
  ): Promise<MonthCount<Name>[]>;
  /** Of complaints how many were received, and each that was answered, the first one first. */
  countAnswers(
    from: string,
    to: string,
  ): Promise<{ readonly received: number; readonly answered: readonly Answered[] }>;
  /** First applications and renewals that were granted or refused, the first decided first; at most `limit`. */
  decidedFiles(from: string, to: string, limit: number): Promise<FileHistory[]>;
  /** Submitted files in some states, the oldest first; at most `limit`. */
  openFiles(states: readonly Application['state'][], limit: number): Promise<FileHistory[]>;
  countLabels(): Promise<LabelCount[]>;
}
