import { digestOf } from '../../workflow/canonicalJson.ts';
import { genesis, type JournalRecord } from '../../workflow/record.ts';

/** A line whose content whoever exported the chain may not see yet: its place in the chain is still there. */
export interface WithheldLine extends Pick<JournalRecord, 'stream' | 'seq' | 'previous' | 'hash'> {
  readonly withheld: true;
}
export type ExportedLine = JournalRecord | WithheldLine;

/** A line without its content. */
export function withheld({ stream, seq, previous, hash }: JournalRecord): WithheldLine {
  return { stream, seq, previous, hash, withheld: true };
}

/** The first broken link of an exported chain, from its first line on; null when each line hangs on the one before and is what its hash says. */
export function exportedFault(
  lines: readonly (Pick<JournalRecord, 'seq' | 'previous' | 'hash'> & object)[],
): { readonly seq: number; readonly why: 'missing' | 'unchained' | 'changed' } | null {
  let previous = genesis;
  for (const [i, line] of lines.entries()) {
    if (line.seq !== i + 1) return { seq: i + 1, why: 'missing' };
    if (line.previous !== previous) return { seq: line.seq, why: 'unchained' };
    const { hash, ...content } = line;
    if (!('withheld' in line) && digestOf(content) !== hash) return { seq: line.seq, why: 'changed' };
    previous = hash;
  }
  return null;
}
