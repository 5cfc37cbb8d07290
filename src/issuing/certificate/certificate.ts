import type { CertificatePaper } from '../../commands/items/papers.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { colours } from '../drawing/colours.ts';
import { requirePrintable, requirePrintableLabel } from '../drawing/text.ts';
import { closePdf, openPdf, type Pdf } from '../pdf/pdfBase.ts';
import { numberPages } from '../pdf/pdfFurniture.ts';
import { addSealPlaceholder, type SealField } from '../seal/placeholder.ts';
import { drawContinuation } from './certificateContinuation.ts';
import { sheet } from './certificateFrame.ts';
import { drawFirstPage } from './certificatePage.ts';
import { type CertificateWords, certificateWords } from './certificateWords.ts';

/** What a certificate carries beside what is printed on it. */
export interface CertificateParts {
  /** The bytes of the signed credential, attached as they are. */
  readonly credential?: Buffer;
  /** Keeps the place of a seal at the paper's own place, and moment unless another is given. */
  readonly seal?: Pick<SealField, 'name' | 'timestamped'> & Partial<Pick<SealField, 'at'>>;
}

/**
 * The certificate as an archival, accessible PDF, byte for byte the same for the same data.
 * Throws `invalid` with the fault `characterNotPrintable` when a text holds a character the typefaces lack.
 */
export async function makeCertificate(
  data: CertificatePaper,
  { credential, seal }: CertificateParts = {},
): Promise<Buffer> {
  const words = certificateWords[data.language];
  const printed = requireAllPrintable(data);
  const pdf = openPdf({
    language: data.language,
    title: fillIn(words.documentTitle, { number: data.number, organisation: printed.organisation }),
    author: words.name,
    createdAt: data.createdAt,
  });
  let rest = drawFirstPage(pdf, printed, words, seal !== undefined);
  while (rest.offers.length + rest.scores.length > 0) rest = drawContinuation(pdf, printed, words, rest);
  if (pdf.doc.bufferedPageRange().count > 1) {
    numberPages(pdf, words.page, { face: 'sans', size: 9.5, x: sheet.left, y: 562, fill: colours.slate });
  }
  if (credential) attachCredential(pdf, credential, data, words);
  if (seal) addSealPlaceholder(pdf, { at: data.createdAt, ...seal, place: data.place });
  return closePdf(pdf);
}

function requireAllPrintable(data: CertificatePaper): CertificatePaper {
  const check = (field: string, text: string) => requirePrintable(text, 'sans', field);
  return {
    ...requirePrintableLabel(data),
    scores: data.scores?.map((one, i) => ({ ...one, name: check(`scores.${i}`, one.name) })) ?? null,
    criteriaVersion: check('criteriaVersion', data.criteriaVersion),
    place: check('place', data.place),
  };
}

/** What the published types lack: how the file stands to the document. */
interface Attachment extends PDFKit.Mixins.PDFAttachmentOptions {
  readonly relationship: 'Data';
}

/** Attaches the signed credential as data of the document (ISO 19005-3, 6.8), untouched and with the paper's own moment. */
function attachCredential(
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
