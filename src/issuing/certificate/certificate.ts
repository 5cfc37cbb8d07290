import type { CertificatePaper } from '../../commands/items/papers.ts';
import type { Face } from '../drawing/fonts.ts';
import { fillIn } from '../drawing/readWords.ts';
import { requirePrintable } from '../drawing/text.ts';
import { closePdf, openPdf } from '../pdf/pdfBase.ts';
import { addSealPlaceholder, type SealField } from '../seal/placeholder.ts';
import { attachCredential } from './attachCredential.ts';
import { drawContinuation } from './certificateContinuation.ts';
import { drawFirstPage } from './certificatePage.ts';
import { drawPageNumbers } from './certificatePageNumbers.ts';
import { certificateWords } from './certificateWords.ts';

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
  drawPageNumbers(pdf, words);
  if (credential) attachCredential(pdf, credential, data, words);
  if (seal) addSealPlaceholder(pdf, { at: data.createdAt, ...seal, place: data.place });
  return closePdf(pdf);
}

function requireAllPrintable(data: CertificatePaper): CertificatePaper {
  const check = (field: string, text: string, face: Face) => requirePrintable(text, face, field);
  return {
    ...data,
    number: check('number', data.number, 'serifSemibold'),
    organisation: check('organisation', data.organisation, 'serifSemibold'),
    offers: data.offers.map((offer, i) => check(`offers.${i}`, offer, 'sans')),
    scores: data.scores?.map((one, i) => ({ ...one, name: check(`scores.${i}`, one.name, 'sans') })) ?? null,
    criteriaVersion: check('criteriaVersion', data.criteriaVersion, 'sans'),
    place: check('place', data.place, 'sans'),
    address: check('address', data.address, 'sans'),
  };
}
