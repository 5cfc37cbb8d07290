import type { CertificatePaper } from '../../commands/items/papers.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { colours } from '../drawing/colours.ts';
import { dateInFull, dateParts } from '../drawing/dates.ts';
import { measure, sizeToFit } from '../drawing/text.ts';
import type { Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawParagraph, drawTagged } from '../pdf/pdfDraw.ts';
import { drawAddress, drawCode } from '../pdf/pdfFurniture.ts';
import type { PdfLine } from '../pdf/pdfLine.ts';
import { sheet } from './certificateFrame.ts';
import type { CertificateWords } from './certificateWords.ts';

const columns = { number: sheet.left, dates: 262, signature: 466, signatureEnd: 676 };
const code = { side: 80, left: sheet.right - 80, top: 463 };
const value = { face: 'serifSemibold', size: 14.5, fill: colours.ink } as const;
const note = { face: 'sans', size: 9.5, fill: colours.slate } as const;
const lastLine = 562;
/** Room of an address as long as it may be before it is set smaller, and of `Page 1 sur 2`. */
const [addressWidth, pageNumberWidth] = [330, 74];
const caption = { face: 'sans', size: 10, fill: colours.slate } as const;

/** The foot of the first page: number and criteria, dates, signature of the body, code to scan, address in clear. */
export function drawFoot(
  pdf: Pdf,
  data: CertificatePaper,
  words: CertificateWords,
  { sealed, alone }: { readonly sealed: boolean; readonly alone: boolean },
): void {
  drawNumber(pdf, data, words);
  drawDates(pdf, data, words);
  drawSignature(pdf, data, words);
  if (sealed) drawSealNote(pdf, data, words, alone ? sheet.left : sheet.left + pageNumberWidth);
  const { address, number } = data;
  drawCode(pdf, address, fillIn(words.codeText, { address }), code);
  const contents = fillIn(words.linkText, { number });
  const line = { face: 'sans', size: 9.5, x: sheet.right, y: lastLine, anchor: 'end' } as const;
  drawAddress(pdf, address, { ...line, width: addressWidth, contents });
}

function drawNumber(pdf: Pdf, data: CertificatePaper, words: CertificateWords): void {
  const { number, revision, criteriaVersion } = data;
  const x = columns.number;
  const label = revision === 1 ? words.label : fillIn(words.labelRevised, { revision: String(revision) });
  drawParagraph(pdf, label, { ...caption, x, y: 503 });
  drawParagraph(pdf, number, { ...value, x, y: 521.5 });
  drawParagraph(pdf, fillIn(words.criteria, { version: criteriaVersion }), { ...caption, x, y: 540 });
}

function drawDates(pdf: Pdf, { since, until, language }: CertificatePaper, words: CertificateWords): void {
  const x = columns.dates;
  drawParagraph(pdf, words.valid, { ...caption, x, y: 503 });
  drawTagged(pdf, pdf.root, 'P', () => {
    drawDate(pdf, `${words.from} `, dateParts(since, language), { ...value, x, y: 521.5 });
    drawDate(pdf, words.to, dateParts(until, language), { ...value, x, y: 540 });
  });
}

/** A date within its words, with a raised ordinal. */
function drawDate(pdf: Pdf, around: string, date: ReturnType<typeof dateParts>, line: PdfLine): void {
  const [before = '', after = ''] = around.split('{date}');
  const start = before + date.number;
  drawLine(pdf, start, line);
  let x = line.x + measure(start, line);
  if (date.ordinal) {
    const raised = { ...line, size: line.size * 0.62, x, y: line.y - line.size * 0.3 };
    drawLine(pdf, date.ordinal, raised);
    x += measure(date.ordinal, raised);
  }
  drawLine(pdf, date.rest + after, { ...line, x });
}

function drawSignature(pdf: Pdf, data: CertificatePaper, words: CertificateWords): void {
  const x = columns.signature;
  drawArtifact(pdf, () => {
    pdf.doc.moveTo(x, 501).lineTo(columns.signatureEnd, 501).lineWidth(0.7).stroke(colours.ink);
  });
  const date = dateInFull(data.issuedOn, data.language);
  const issued = fillIn(words.placeAndDate, { place: data.place, date });
  drawParagraph(pdf, words.signatory, { ...value, x, y: 521.5 });
  const size = sizeToFit(issued, caption, columns.signatureEnd - x);
  drawParagraph(pdf, issued, { ...caption, size, x, y: 540 });
}

/** That the file is sealed, and where anyone sees whether it is whole; a print-out is checked by the code. */
function drawSealNote(pdf: Pdf, { address }: CertificatePaper, words: CertificateWords, x: number): void {
  const checkedAt = address.replace(/^https?:\/\//u, '').replace(/\/labels\/.*$/u, '/verify');
  const text = fillIn(words.sealed, { address: checkedAt });
  const size = sizeToFit(text, note, sheet.right - addressWidth - 16 - x);
  drawParagraph(pdf, text, { ...note, size, x, y: lastLine });
}
