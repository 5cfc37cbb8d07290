import type { CaseId, Casework } from '../items/casework.ts';

/** An item that is somebody's, and what it belongs to. */
export type OwnedItem = Pick<Casework, 'id' | 'organisationId' | 'applicationId'> & {
  readonly owner: string;
};

/** What officers add to files, labels and complaints, as the view shows it; nothing of it is in the view of an organisation. */
export interface CaseworkReading {
  casework(id: CaseId): Promise<Casework | null>;
  /** Tags of what was tagged last, of `limit` items. */
  recentTags(limit: number): Promise<string[]>;
  /** What an officer owns of one kind, at most `limit`. */
  caseworkOf(owner: string, kind: Casework['kind'], limit: number): Promise<Casework[]>;
  /** Those of some items that somebody owns, with who does. */
  ownersOf(ids: readonly CaseId[]): Promise<OwnedItem[]>;
  /** When a person last opened some items, by the item; those that they never opened are not there. */
  seenAt(personId: string, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, string>>;
  /** Keeps that a person opened an item. */
  markSeen(
    personId: string,
    item: Pick<Casework, 'id' | 'organisationId' | 'applicationId'>,
    at: string,
  ): Promise<void>;
  /** Notes that tell about a person, and those on what belongs to some organisations, the newest items first; at most of `limit` items. */
  notesAbout(personId: string, organisationIds: readonly string[], limit: number): Promise<Casework[]>;
}
