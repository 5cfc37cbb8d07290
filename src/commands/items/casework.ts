import type { Item } from './item.ts';

/** What officers add something to; a label and a complaint are items of their own beside their file. */
type CaseKind = 'files' | 'labels' | 'complaints';

/** Which one: `files/A-2026-000123`, `labels/MIE-26-00001-V`, `complaints/R-2026-00001`. */
export type CaseId = `${CaseKind}/${string}`;

/** What an officer noted for their colleagues. */
export interface CaseNote {
  readonly id: string;
  /** Id of who wrote it. */
  readonly by: string;
  readonly at: string;
  readonly text: string;
  /** When its author last changed it; null while it is as it was written. */
  readonly editedAt: string | null;
  /** Id of the person of the organisation that it tells about; null for none. */
  readonly about: string | null;
  /** Of a note that went with a hand-over: from whom to whom, as ids; null for nobody. */
  readonly handOver?: { readonly from: string | null; readonly to: string | null };
}

/**
 * What officers add to a file, a label or a complaint, for themselves alone: whose it is, notes, tags, who follows it. No applicant,
 * reviewer or visitor is shown any of it (storage/database/visible.ts).
 */
export interface Casework extends Item {
  readonly id: CaseId;
  readonly kind: CaseKind;
  /** Null for a complaint that names no label of ours. */
  readonly organisationId: string | null;
  readonly applicationId: string | null;
  /** Id of the officer whose it is; null for nobody. Whether they still may, `officersFor` tells. */
  readonly owner: string | null;
  /** As `tagOf` writes them, in the order of the alphabet. */
  readonly tags: readonly string[];
  /** When its tags last changed; null while it never had any. */
  readonly taggedAt: string | null;
  /** Ids of officers. */
  readonly followers: readonly string[];
  /** The oldest first. */
  readonly notes: readonly CaseNote[];
}
