import type { CertificatePaper } from '../../commands/items/papers.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import type { CertificateWords } from './certificateWords.ts';

/** What the published types lack: how the file stands to the document. */
interface Attachment extends PDFKit.Mixins.PDFAttachmentOptions {
  readonly relationship: 'Data';
}

/** Attaches the signed credential as data of the document (ISO 19005-3, 6.8), untouched and with the paper's own moment. */
export function attachCredential(
  { doc }: Pdf,
  credential: Buffer,
  { createdAt }: CertificatePaper,
  words: CertificateWords,
): void {
  const moment = new Date(createdAt);
  const attachment: Attachment = {
    name: 'credential.json',
    type: 'application/ld+json',
    description: words.credentialText,
    relationship: 'Data',
    creationDate: moment,
    modifiedDate: moment,
  };
  doc.file(credential, attachment);
}
