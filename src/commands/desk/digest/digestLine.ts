import type { PlainKey } from '../../../messages.ts';
import { type Day, dayOf, daysBetween } from '../../../register/day.ts';
import type { CaseId } from '../../items/casework.ts';
import type { Whose } from '../casework/whoseOf.ts';

/** One thing that waits for a person of the staff. */
export interface DigestLine {
  /** What is to be done. */
  readonly what: PlainKey;
  /** The organisation that it is about, where it is about one. */
  readonly organisation?: string;
  /** What else it is about, as its reader may know it; empty where there is nothing else to say. */
  readonly about: string;
  /** Until when, as a day; null where no day ends it. */
  readonly dueOn: Day | null;
  /** When on that day, as an instant, where an hour is known. */
  readonly at?: string;
  /** Rises with each change of the item that it is about. */
  readonly sequence?: number;
  /** Its day is over. */
  readonly since?: boolean;
  /** By how many working days a file is over the time that the scheme gives itself; 0 while it is not. */
  readonly over?: number;
  /** Of its page, below the language. */
  readonly path: string;
  /** What it is about, where an officer may own that: whose it is says for whom it waits. What has none waits for its reader. */
  readonly item?: CaseId;
  /** Id of who alone may do it, whoever owns the item; absent while anyone may. */
  readonly handler?: string;
  /** Which day of reminding it has reached: with another one it is told anew. */
  readonly stage?: string | undefined;
}

/** What a line is about as one text, the organisation first. */
export function subjectOf({ organisation = '', about }: Pick<DigestLine, 'organisation' | 'about'>): string {
  return [organisation, about].filter(Boolean).join(' · ');
}

/** A line with whose it is, for who reads it. */
export type WhoseLine = DigestLine & Whose;

/** A line about something that has an hour on its day. */
export interface TimedLine extends DigestLine {
  readonly at: string;
}

/** What was found within a limit, and how many more of the same there are, as far as they were counted. */
export interface Found<L extends DigestLine = DigestLine> {
  readonly lines: readonly L[];
  /** Of what is the reader's, or nobody's. */
  readonly more: number;
  /** Of what colleagues have. */
  readonly moreOfOthers?: number;
}

/** The nearest of some days before a due day that is reached, as a stage; null while none is. What is late has a stage of its own. */
export function stageOf(leads: readonly number[], dueAt: string, today: Day): string | null {
  const left = daysBetween(today, dayOf(dueAt));
  if (left < 0) return 'late';
  const reached = leads.filter((lead) => left <= lead);
  return reached.length === 0 ? null : String(Math.min(...reached));
}
