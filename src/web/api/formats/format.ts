import type { Translator } from '../../../i18n/i18n.ts';
import type { Entry } from '../../../register/entry.ts';
import type { Validity } from '../../../register/validity.ts';

/** A label with what is true of it on the day of the answer. */
export interface DatedEntry {
  readonly entry: Entry;
  readonly status: Validity;
}

/** What a file of the register is written with. */
export interface Writing {
  readonly words: Translator;
  readonly publicUrl: string;
}

/** A way to write the whole register, some labels at a time. */
export interface RegisterFormat {
  /** After the point of its address. */
  readonly name: 'jsonl' | 'csv' | 'jsonld' | 'essglobal.jsonld';
  readonly type: string;
  head(writing: Writing): string;
  lines(entries: readonly DatedEntry[], writing: Writing): string;
  readonly tail: string;
}
