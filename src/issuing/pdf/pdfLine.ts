import type { Setting } from '../drawing/text.ts';

/** Where and how one line of text is set. */
export interface PdfLine extends Setting {
  readonly x: number;
  /** The baseline, from the top of the page. */
  readonly y: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}
