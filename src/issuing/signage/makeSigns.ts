import type { MadeFile, SignPaper } from '../../commands/ports/issuingPorts.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { requirePrintableLabel } from '../drawing/text.ts';
import { closePdf, openPdf } from '../pdf/pdfBase.ts';
import { drawSignBody } from './signBody.ts';
import { drawSignFoot } from './signFoot.ts';
import { drawSignFrame } from './signFrame.ts';
import { drawSignHead } from './signHead.ts';
import { type SignSheet, signSheets } from './signSheets.ts';
import { signWords } from './signWords.ts';

/**
 * The signs of a label for a door (A4, A6) and a stand (A5 on its side): one page each, archival and accessible, the same bytes for the same
 * paper and `secret`. The keywords of each sign contain the secret, because the public log keeps the digest of a sign after a name on it was
 * erased: without the secret, anyone could confirm a guessed name by drawing the sign again. A sign counts the offers that do not fit; the
 * page of the label lists them. Throws `invalid` with the fault `characterNotPrintable` when a text contains a character that the typefaces
 * lack.
 */
export async function makeSigns(paper: SignPaper, secret: string): Promise<readonly MadeFile[]> {
  const printed = requirePrintableLabel(paper);
  return Promise.all(
    signSheets.map(async (sheet): Promise<MadeFile> => {
      return {
        kind: sheet.kind,
        bytes: await makeSign(printed, sheet, secret),
        contentType: 'application/pdf',
      };
    }),
  );
}

async function makeSign(paper: SignPaper, sheet: SignSheet, keywords: string): Promise<Buffer> {
  const { number, organisation, language, createdAt } = paper;
  const words = signWords[language];
  const title = fillIn(words.documentTitle, { number, organisation });
  const pdf = openPdf({ language, title, author: words.name, createdAt, keywords, size: sheet.size });
  drawSignFrame(pdf, sheet, paper.specimen ? words.specimen : null);
  drawSignHead(pdf, sheet, paper, words);
  drawSignBody(pdf, sheet, paper, words);
  drawSignFoot(pdf, sheet, paper, words);
  return closePdf(pdf);
}
