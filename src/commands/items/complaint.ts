import type { Language } from '../../criteria/scheme.ts';
import type { ComplaintEvent } from '../../workflow/complaintEvents.ts';
import type { StoredComplaint } from '../../workflow/storedComplaint.ts';
import type { CleanFile } from './intake.ts';
import type { Item } from './item.ts';

/**
 * What a complaint is about: a badge without a label, a holder that does not keep the criteria, something that is shown here and should
 * not be, our own work, or something else.
 */
export const complaintKinds = ['misuse', 'criteria', 'content', 'service', 'other'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** What of the service a report is about. */
export type Reported = 'label' | 'offer' | 'need' | 'conversation';

/** What may be wrong with something that is shown here. */
export const kindsOf: Readonly<Record<Reported, readonly ComplaintKind[]>> = {
  label: complaintKinds,
  offer: ['content', 'criteria', 'service', 'other'],
  need: ['content', 'service', 'other'],
  conversation: ['content', 'service', 'other'],
};

/** Where someone saw the label. */
export const complaintPlaces = ['shop', 'website', 'product', 'other'] as const;
export type ComplaintPlace = (typeof complaintPlaces)[number];

/** What was written on the way of a complaint, in order. Notes are for those who can handle it. */
export interface ComplaintWord {
  /** The event that it went with. */
  readonly step: Extract<ComplaintEvent, { readonly digest: string }>['type'];
  readonly text: string;
  /** Of an answer: what was done; empty where nothing was. */
  readonly done?: string;
  /** Who wrote it; null for whoever complained. */
  readonly by: string | null;
  readonly at: string;
}

/** What anyone reported of the label, or of what passes for it, or complains of. */
export interface Complaint extends Item, StoredComplaint {
  /** Its number (register/complaintNumber.ts). */
  readonly id: string;
  /** Instant. */
  readonly receivedAt: string;
  readonly language: Language;
  readonly kind: ComplaintKind;
  /** The number of a label as it was written there; it may not be ours. */
  readonly number: string;
  /** Null where nobody said so. */
  readonly place: ComplaintPlace | null;
  readonly text: string;
  /** An address on the web as it was typed; empty where none was. */
  readonly link: string;
  /** Where an answer is wanted; null for an anonymous complaint. */
  readonly email: string | null;
  readonly photo: (Omit<CleanFile, 'bytes'> & { readonly size: number }) | null;
  /** sha-256 (hex) of the secret that opens its answer; null where none was given, or once its content is erased. */
  readonly secretHash: string | null;
  readonly words: readonly ComplaintWord[];
  /** Since when all that was written is gone; absent while it is there. */
  readonly contentErasedAt?: string;
  /** What its form was given and what it said, as one digest: sent once more, it is the same complaint. Absent without a form. */
  readonly sent?: string;
}
