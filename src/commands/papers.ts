import type { Language, PublishedScheme } from '../criteria/scheme.ts';
import type { Result } from '../scoring/result.ts';
import type { Snapshot } from './items.ts';

/** A submission of which a proof is printed. */
export interface ProofPaper {
  readonly language: Language;
  readonly snapshot: Snapshot;
  readonly published: PublishedScheme;
  readonly result: Result;
}

/** A file that is printed whole: a snapshot, or the working copy as it is at `at`. */
export interface FilePaper {
  readonly language: Language;
  readonly applicationId: string;
  readonly at: string;
  /** Null for the working copy. */
  readonly frozen: { readonly n: number; readonly digest: string } | null;
  readonly content: Snapshot['content'];
  readonly published: PublishedScheme;
  readonly result: Result;
}

/** The papers of an application as PDF: archival, tagged, and the same bytes for the same content. */
export interface Papers {
  /** That a submission arrived, with all by which it is known again. */
  proof(paper: ProofPaper): Promise<Buffer>;
  /** Everything that a file says. */
  file(paper: FilePaper): Promise<Buffer>;
}
