import type { Language } from '../../criteria/scheme.ts';
import type { CleanFile } from './intake.ts';

/** Where someone saw the label. */
export const complaintPlaces = ['shop', 'website', 'product', 'other'] as const;
export type ComplaintPlace = (typeof complaintPlaces)[number];

/** What anyone reported of the label, or of what passes for it. */
export interface Complaint {
  /** Its number (register/complaintNumber.ts). */
  readonly id: string;
  readonly state: 'received';
  /** Instant. */
  readonly receivedAt: string;
  readonly language: Language;
  /** The number of a label as it was written there; it may not be ours. */
  readonly number: string;
  /** The label that has it, and the organisation that holds that; null where there is none. */
  readonly labelNumber: string | null;
  readonly organisationId: string | null;
  readonly place: ComplaintPlace;
  readonly text: string;
  /** An address on the web as it was typed; empty where none was. */
  readonly link: string;
  /** Where an answer is wanted; null for an anonymous complaint. */
  readonly email: string | null;
  readonly photo: (Omit<CleanFile, 'bytes'> & { readonly size: number }) | null;
  /** What its form was given and what it said, as one digest: sent once more, it is the same complaint. Absent without a form. */
  readonly sent?: string;
}
