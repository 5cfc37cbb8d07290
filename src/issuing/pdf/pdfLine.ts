import type { Anchored } from '../drawing/outline.ts';

/** Where and how one line of text is set; its baseline is counted from the top of the page. */
export interface PdfLine extends Anchored {
  readonly fill: string;
}
