import type { CertificatePaper } from '../../commands/items/papers.ts';
import type { CertificateWords } from './certificateWords.ts';

/** What a sheet says of itself that is no certificate: the word across it, and what that means. */
export interface Stamp {
  readonly word: string;
  readonly note: string;
}

/** The stamp of a sheet; null for a certificate that counts. A preview of a specimen is a preview first. */
export function stampOf({ preview, specimen }: CertificatePaper, words: CertificateWords): Stamp | null {
  if (preview) return { word: words.preview, note: words.previewNote };
  return specimen ? { word: words.specimen, note: words.specimenNote } : null;
}
