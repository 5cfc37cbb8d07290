import type { Day } from '../../register/day.ts';
import type { StoredChange } from '../../workflow/storedChange.ts';
import type { Item } from './item.ts';

/** What can change and touch a label (templates/agreement; ISO/IEC 17065, 7.10). */
export const changedThings = [
  'legalForm',
  'identifier',
  'name',
  'place',
  'activity',
  'board',
  'ownership',
  'figures',
  'merger',
  'successor',
  'other',
] as const;
export type ChangedThing = (typeof changedThings)[number];

/** A field of the organisation's page that was edited. */
export interface EditedField {
  readonly field: 'name' | 'legalForm' | 'identifier' | 'street' | 'postcode' | 'commune' | 'sector';
  readonly before: string;
  readonly after: string;
}

/** A notice that something changed at the holder of a label. */
export interface NoticeOfChange extends Item, StoredChange {
  readonly things: readonly ChangedThing[];
  /** Since when; the day of the notice where it follows from an edit. */
  readonly on: Day;
  /** In the words of who gave notice; empty where it follows from an edit. */
  readonly text: string;
  readonly edits: readonly EditedField[];
  /** Who gave notice: the holder, the holder by editing its page, or the office. */
  readonly by: 'holder' | 'edit' | 'office';
  readonly notifiedAt: string;
  /** The reasons of the office, in order. */
  readonly words: readonly {
    readonly step: 'assess' | 'conclude';
    readonly text: string;
    readonly at: string;
  }[];
  /** The application that follows from it; null while there is none. */
  readonly followedBy: string | null;
  /** The criteria that are evaluated anew; empty where none is named. */
  readonly criteria: readonly string[];
  /** The organisation that applies in the holder's place; null where the holder itself does. */
  readonly successorId: string | null;
}
