import { digestOf } from './canonicalJson.ts';
import type { DomainEvent } from './domainEvents.ts';
import type { EventActor, WorkflowEvent } from './events.ts';
import type { Machines } from './machines.ts';
import type { MachineName } from './versions.ts';

/** One line of the journal: who did what when to one item, chained to the line before it. */
export interface JournalRecord {
  readonly id: string;
  /** `<kind>/<id>` of the item, e.g. `applications/A-2026-000123`. */
  readonly stream: string;
  /** Counts the lines of the stream, from 1. */
  readonly seq: number;
  readonly at: string;
  readonly actor: EventActor;
  readonly event: WorkflowEvent | null;
  readonly facts: readonly DomainEvent[];
  /** With the state that it begins with, on the first line of a machine's item. */
  readonly data: Readonly<{ stored?: Machines[MachineName]['stored']; [key: string]: unknown }>;
  /** Hash of the line before, or `genesis`. */
  readonly previous: string;
  readonly hash: string;
}

export const genesis = '0'.repeat(64);

/** Chains a line to the one before it. */
export function chain(line: Omit<JournalRecord, 'hash'>): JournalRecord {
  return { ...line, hash: digestOf(line) };
}

/** Where a chain breaks first, or null when it holds from its first line to `head`. */
export function firstBreak(
  records: readonly JournalRecord[],
  head: { readonly seq: number; readonly hash: string },
): { readonly seq: number; readonly why: 'missing' | 'unchained' | 'changed' | 'headDiffers' } | null {
  let previous = genesis;
  for (const [i, record] of records.entries()) {
    const { hash, ...line } = record;
    if (record.seq !== i + 1) return { seq: i + 1, why: 'missing' };
    if (record.previous !== previous) return { seq: record.seq, why: 'unchained' };
    if (digestOf(line) !== hash) return { seq: record.seq, why: 'changed' };
    previous = hash;
  }
  if (head.seq !== records.length) return { seq: records.length, why: 'missing' };
  return head.hash === previous ? null : { seq: head.seq, why: 'headDiffers' };
}
