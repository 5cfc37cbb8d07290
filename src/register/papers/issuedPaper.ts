import type { Day } from '../day.ts';

/** What is handed out sealed beside the files of a label: what each is stands in the words of `verification.papers`. */
export const paperKinds = [
  'proof',
  'file',
  'decision',
  'withdrawal',
  'agreement',
  'minutes',
  'questionnaire',
  'yearReport',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** All that is told of a paper to whoever brings it: what it is, and of which day. What it says is between those whom it is for. */
export interface IssuedPaper {
  readonly kind: PaperKind;
  readonly on: Day;
}
