import { isOldEvidence } from '../../policies/evidenceAge.ts';
import type { Day } from '../../register/day.ts';
import type { Evidence } from '../items/items.ts';

/** A document of the evidence library: the file that counts, and those that it took the place of. */
export interface EvidenceDocument {
  readonly id: string;
  readonly latest: Evidence;
  /** Earlier revisions, the newest first. */
  readonly earlier: readonly Evidence[];
  /** It is not offered any more: answers that point to it are not proven by it. */
  readonly withdrawn: boolean;
  /** The period that it tells about ended long ago. */
  readonly old: boolean;
}

/** The documents that the files of an application are revisions of, the one that came first first; old is what ended before `oldest`. */
export function documentsOf(evidence: readonly Evidence[], oldest: Day): EvidenceDocument[] {
  const byDocument = new Map<string, Evidence[]>();
  for (const file of evidence)
    byDocument.set(file.document, [...(byDocument.get(file.document) ?? []), file]);
  return [...byDocument].flatMap(([id, files]) => {
    const [latest, ...earlier] = files.toSorted((a, b) => b.revision - a.revision);
    if (!latest) return [];
    return [
      {
        id,
        latest,
        earlier,
        withdrawn: latest.withdrawnAt !== null,
        old: isOldEvidence(latest.until, oldest),
      },
    ];
  });
}

/** Those documents that answers can point to. */
export function offeredAmong(documents: readonly EvidenceDocument[]): EvidenceDocument[] {
  return documents.filter(({ withdrawn }) => !withdrawn);
}
