import { groupBy } from '../../groupBy.ts';
import { isOldEvidence, oldestCurrent } from '../../policies/evidenceAge.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Evidence } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import type { SettledPlace } from './settledPlaces.ts';

/** The last day of its period that a document must reach to count as current, at the present time. */
export function oldestCounting({ clock, procedure }: Pick<Deps, 'clock' | 'procedure'>): Day {
  return oldestCurrent(dayOf(clock.now().toISOString()), procedure.evidenceMonths);
}

/** A document of the evidence library: the file that counts, and those that it replaced. */
export type EvidenceDocument = ReturnType<typeof documentsOf>[number];

/** The documents that the files of an application are revisions of, in the order of their first files; `old` when they end before `oldest`. */
export function documentsOf(evidence: readonly Evidence[], oldest: Day) {
  return [...groupBy(evidence, ({ document }) => document)].flatMap(([id, files]) => {
    const [latest, ...earlier] = files.toSorted((a, b) => b.revision - a.revision);
    if (!latest) return [];
    return [
      {
        id,
        latest,
        /** Earlier revisions, the newest first. */
        earlier,
        /** It is no longer offered: answers that point to it are not proven by it. */
        withdrawn: latest.withdrawnAt !== null,
        /** The period that it covers ended long ago. */
        old: isOldEvidence(latest.until, oldest),
      },
    ];
  });
}

/** Those documents that answers can point to. */
export function offeredAmong(documents: readonly EvidenceDocument[]): EvidenceDocument[] {
  return documents.filter(({ withdrawn }) => !withdrawn);
}

/** Ids of the newest files of some documents, as they are now; a document that the library does not offer is not found. */
export async function newestFilesOf(
  deps: Pick<Deps, 'store' | 'clock' | 'procedure'>,
  applicationId: string,
  documents: readonly string[],
): Promise<string[]> {
  const evidence = await deps.store.evidenceOf(applicationId);
  const offered = offeredAmong(documentsOf(evidence, oldestCounting(deps)));
  return [...new Set(documents)].map((one) => requireVisible(offered.find(({ id }) => id === one)).latest.id);
}

/** A criterion that counts for the applicant, with the documents that prove it, all of them old. */
export type ExpiredProof = ReturnType<typeof expiredProofs>[number];

/**
 * Where the evidence of a file has expired on a day: a criterion settled above level 0 whose documents all cover a period before
 * `oldest`. One without a period is current, and so are older ones beside a current one: accounts of three years stay whole.
 */
export function expiredProofs(
  places: readonly Pick<SettledPlace, 'offerId' | 'criterion' | 'settled' | 'files'>[],
  oldest: Day,
) {
  return places
    .filter(({ settled }) => settled !== 'na' && settled > 0)
    .filter(({ files }) => files.length > 0 && files.every(({ until }) => isOldEvidence(until, oldest)))
    .map(({ offerId, criterion, files }) => ({ offerId, criterion: criterion.id, documents: files }));
}

/** How many documents that is: one that proves several criteria is one. */
export function countDocuments(proofs: readonly ExpiredProof[]): number {
  return new Set(proofs.flatMap(({ documents }) => documents.map(({ id }) => id))).size;
}
