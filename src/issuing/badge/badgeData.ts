import type { Language } from '../../criteria/scheme.ts';
import type { PublicWord } from '../../register/publicStatus.ts';

/** `large` carries the code to scan, `standard` is the panel, `mark` serves below 64 pixels. */
export type BadgeForm = 'large' | 'standard' | 'mark';

/** What a badge is drawn from. */
export interface BadgeData {
  readonly number: string;
  /** A superseded label is best shown by its successor's badge; this one says only that it was replaced. */
  readonly status: PublicWord;
  readonly language: Language;
  /** Day that its text names, YYYY-MM-DD, see `badgeDay`. */
  readonly until?: string | undefined;
  /** Year that is printed beside the word: that in which it ran out or was given up. */
  readonly year?: string | undefined;
  /** Public address of the label, in clear and as a code to scan on the large form. */
  readonly address: string;
  readonly form: BadgeForm;
  readonly specimen: boolean;
}

/** What many badges share: all but the number and the address. */
export type BadgeLookup = Omit<BadgeData, 'number' | 'address'>;

/** What stands inside an `svg` element, and its size in units; `places` mark where a label's own parts go. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

/** What stands in a drawing for the number in the title, the outline of the number and the code; no text holds any of them. */
export const places = { title: '\uE000', number: '\uE001', code: '\uE002' } as const;
