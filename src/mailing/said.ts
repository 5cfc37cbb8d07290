import type { NamesIn, Params } from '../messages.ts';

/** The rows of facts a letter can show, in their order; each has its label under `letters.rows`. */
type Row =
  | ('organisation' | 'number' | 'label' | 'dueAt' | 'digest' | 'when' | 'place')
  | ('person' | 'given' | 'taken' | 'by');

/** What a kind of letter brings: its words, what is put into them, and its rows. */
export interface Said {
  /** Group of words under `letters`: a kind, or one of its cases. */
  readonly words: NamesIn<'letters', '.subject'>;
  readonly values: Params;
  readonly code?: string;
  readonly list?: readonly string[];
  readonly rows: readonly (readonly [Row, string])[];
}
