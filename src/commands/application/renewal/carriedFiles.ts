import type { Answer } from '../../../criteria/assessment.ts';
import { documentsOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * The files that a new application takes over: each document in its last revision, as the first one of a document of its own.
 * The bytes are the same and kept once.
 */
export function carriedFiles(
  deps: Pick<Deps, 'ids' | 'clock' | 'procedure'>,
  evidence: readonly Evidence[],
  to: { readonly applicationId: string; readonly at: string; readonly by: Pick<Asker, 'id'> },
): Evidence[] {
  const { applicationId, at, by } = to;
  return offeredAmong(documentsOf(evidence, oldestCounting(deps))).map(({ latest }) => {
    const id = deps.ids.next();
    const moved = { id, applicationId, document: id, revision: 1, uploadedAt: at, uploadedBy: by.id };
    return { ...latest, ...moved };
  });
}

/** An answer of an earlier application with the documents of a new one in place of its own: those of the same bytes. */
export function withOwnFiles(answer: Answer, earlier: readonly Evidence[], now: readonly Evidence[]): Answer {
  const { files = [], ...rest } = answer;
  const digests = files.flatMap((document) => digestOf(document, earlier) ?? []);
  const own = now.filter(({ digest, withdrawnAt }) => withdrawnAt === null && digests.includes(digest));
  const documents = [...new Set(own.map(({ document }) => document))];
  return documents.length > 0 ? { ...rest, files: documents } : rest;
}

/** The bytes that a document stands for now. */
function digestOf(document: string, evidence: readonly Evidence[]): string | undefined {
  const files = evidence.filter((file) => file.document === document);
  return files.toSorted((a, b) => b.revision - a.revision)[0]?.digest;
}
