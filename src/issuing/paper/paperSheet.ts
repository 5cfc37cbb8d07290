import type { SealPlace } from '../../commands/items/sealedPaper.ts';
import type { Language } from '../../criteria/scheme.ts';
import { createI18n, type Translator } from '../../i18n/i18n.ts';
import { profile } from '../../profile/profile.ts';
import { certificateWords } from '../certificate/certificateWords.ts';
import { colours, tints } from '../drawing/colours.ts';
import { sizeToFit, wrap } from '../drawing/text.ts';
import { closePdf, openPdf, type Pdf, type PdfFacts } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawParagraph } from '../pdf/pdfDraw.ts';
import { drawAcross, drawMark, drawNotice, numberPages } from '../pdf/pdfFurniture.ts';
import { addSealPlaceholder } from '../seal/placeholder.ts';

/** The page in points: A4 upright, and the margins of its text. */
export const page = { width: 595.28, height: 841.89, left: 60, right: 535, top: 84, bottom: 778 } as const;
export const textWidth = page.right - page.left;

/** A paper being written from top to bottom: `y` is where the next line may begin. */
export interface Paper {
  readonly pdf: Pdf;
  readonly words: Translator;
  readonly specimen: boolean;
  /** In small at the head of every page but the first. */
  readonly running: string;
  readonly seal: SealPlace | undefined;
  y: number;
}

type PaperFacts = Pick<PdfFacts, 'language' | 'title' | 'createdAt'> &
  Pick<Paper, 'running' | 'seal' | 'specimen'>;

const i18n = createI18n();
const pageNumberWidth = 90;

/** The words of the papers in a language. */
export const paperWords = (language: Language): Translator => i18n[language];

/** Opens a paper, with the mark and the name of the label at the head of its first page. */
export function openPaper({ language, title, running, specimen, createdAt, seal }: PaperFacts): Paper {
  const author = certificateWords[language].name;
  const pdf = openPdf({ language, title, author, createdAt, layout: 'portrait' });
  const paper: Paper = { pdf, words: paperWords(language), specimen, running, seal, y: 146 };
  if (specimen) drawSpecimen(paper);
  drawHead(paper);
  return paper;
}

/** Makes sure that something of a height stands on one page: on the next one, if there is no room. */
export function room(paper: Paper, height: number): void {
  if (paper.y + height <= page.bottom) return;
  const { pdf } = paper;
  pdf.doc.addPage();
  if (paper.specimen) drawSpecimen(paper);
  drawArtifact(pdf, () => {
    const setting = { face: 'sans', size: 9 } as const;
    const [line = ''] = wrap(paper.running, setting, textWidth);
    drawLine(pdf, line, { ...setting, x: page.left, y: 52, fill: colours.slate });
    pdf.doc.moveTo(page.left, 60).lineTo(page.right, 60).lineWidth(0.6).stroke(colours.mist);
  });
  paper.y = page.top;
}

/** The bytes of a finished paper, its pages numbered; with the place of a seal, the last one says where it is checked. */
export function closePaper({ pdf, words, seal }: Paper): Promise<Buffer> {
  if (seal) drawSealNote(pdf, words, seal);
  const line = { face: 'sans', size: 9, x: page.right, y: 808, fill: colours.slate, anchor: 'end' } as const;
  numberPages(pdf, certificateWords[words.language].page, line);
  if (seal) {
    const { at, timestamped } = seal;
    const name = certificateWords[words.language].signatory;
    addSealPlaceholder(pdf, { name, at, place: profile.place, timestamped });
  }
  return closePdf(pdf);
}

/** That the paper is sealed, and where anyone sees whether it is whole: below the last line, beside the number of the page. */
function drawSealNote(pdf: Pdf, { t }: Translator, { checkedAt }: SealPlace): void {
  const note = { face: 'sans', size: 9 } as const;
  const text = t('papers.sealed', { address: checkedAt });
  const size = sizeToFit(text, note, textWidth - pageNumberWidth);
  drawParagraph(pdf, text, { ...note, size, x: page.left, y: 808, fill: colours.slate });
}

function drawHead({ pdf, words, specimen }: Paper): void {
  const { name, strapline, specimen: word, specimenNote } = certificateWords[words.language];
  const scale = 0.36;
  drawMark(pdf, page.left - 12 * scale, 46, scale);
  const x = page.left + 46;
  drawParagraph(pdf, name, { face: 'serifSemibold', size: 19, x, y: 70, fill: colours.lake });
  drawParagraph(pdf, strapline, { face: 'sans', size: 9.5, x, y: 86, fill: colours.slate });
  if (!specimen) return;
  const text = `${word.toUpperCase()} · ${specimenNote}`;
  drawNotice(pdf, text, { right: page.right, top: 50, height: 20, size: 8.5 });
}

function drawSpecimen({ pdf, words }: Paper): void {
  const { specimen } = certificateWords[words.language];
  const line = { face: 'serifSemibold', size: 120, spacing: 8, fill: tints.acrossPaper } as const;
  drawArtifact(pdf, () => drawAcross(pdf, specimen, { ...line, angle: -52, width: 640 }));
}
