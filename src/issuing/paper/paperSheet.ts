import type { Language } from '../../criteria/scheme.ts';
import { createI18n, type Translator } from '../../i18n/i18n.ts';
import { certificateWords } from '../certificate/certificateWords.ts';
import { colours } from '../drawing/colours.ts';
import { markParts } from '../drawing/mark.ts';
import { fillIn } from '../drawing/readWords.ts';
import { measure, sizeToFit, wrap } from '../drawing/text.ts';
import { closePdf, openPdf, type Pdf } from '../pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawTagged } from '../pdf/pdfDraw.ts';

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
  y: number;
}

export interface PaperFacts {
  readonly language: Language;
  readonly title: string;
  readonly running: string;
  readonly specimen: boolean;
  readonly createdAt: string;
}

const i18n = createI18n();

/** The words of the papers in a language. */
export const paperWords = (language: Language): Translator => i18n[language];

/** Opens a paper, with the mark and the name of the label at the head of its first page. */
export function openPaper({ language, title, running, specimen, createdAt }: PaperFacts): Paper {
  const author = certificateWords[language].name;
  const pdf = openPdf({ language, title, author, createdAt, layout: 'portrait' });
  const paper: Paper = { pdf, words: paperWords(language), specimen, running, y: 146 };
  if (specimen) drawAcross(paper);
  drawHead(paper);
  return paper;
}

/** Makes sure that something of a height stands on one page: on the next one, if there is no room. */
export function room(paper: Paper, height: number): void {
  if (paper.y + height <= page.bottom) return;
  const { pdf } = paper;
  pdf.doc.addPage();
  if (paper.specimen) drawAcross(paper);
  drawArtifact(pdf, () => {
    const setting = { face: 'sans', size: 9 } as const;
    const [line = ''] = wrap(paper.running, setting, textWidth);
    drawLine(pdf, line, { ...setting, x: page.left, y: 52, fill: colours.slate });
    pdf.doc.moveTo(page.left, 60).lineTo(page.right, 60).lineWidth(0.6).stroke(colours.mist);
  });
  paper.y = page.top;
}

/** The bytes of a finished paper, its pages numbered. */
export function closePaper({ pdf, words }: Paper): Promise<Buffer> {
  const { count } = pdf.doc.bufferedPageRange();
  const { page: said } = certificateWords[words.language];
  for (let i = 0; i < count; i++) {
    pdf.doc.switchToPage(i);
    const text = fillIn(said, { page: String(i + 1), pages: String(count) });
    pdf.doc.markContent('Artifact', { type: 'Pagination' });
    const line = { face: 'sans', size: 9, y: 808, fill: colours.slate } as const;
    drawLine(pdf, text, { ...line, x: page.right, anchor: 'end' });
    pdf.doc.endMarkedContent();
  }
  return closePdf(pdf);
}

function drawHead({ pdf, words, specimen }: Paper): void {
  const { name, strapline, specimen: word, specimenNote } = certificateWords[words.language];
  const scale = 0.36;
  drawArtifact(pdf, () => {
    pdf.doc.save();
    pdf.doc.translate(page.left - 12 * scale, 46).scale(scale);
    for (const { path, fill } of markParts('colour')) pdf.doc.path(path).fill(fill);
    pdf.doc.restore();
  });
  const x = page.left + 46;
  drawTagged(pdf, pdf.root, 'P', () => {
    drawLine(pdf, name, { face: 'serifSemibold', size: 19, x, y: 70, fill: colours.lake });
  });
  drawTagged(pdf, pdf.root, 'P', () => {
    drawLine(pdf, strapline, { face: 'sans', size: 9.5, x, y: 86, fill: colours.slate });
  });
  if (!specimen) return;
  const setting = { face: 'sansSemibold', size: 8.5 } as const;
  const text = `${word.toUpperCase()} · ${specimenNote}`;
  const width = measure(text, setting) + 20;
  drawArtifact(pdf, () => {
    pdf.doc.roundedRect(page.right - width, 50, width, 20, 10);
    pdf.doc.lineWidth(1.1).fillAndStroke(colours.white, colours.coral);
  });
  drawTagged(pdf, pdf.root, 'P', () => {
    drawLine(pdf, text, { ...setting, x: page.right - 10, y: 63, anchor: 'end', fill: colours.ink });
  });
}

/** The word of a specimen, pale, across the page: no page of it can be taken for another. */
function drawAcross({ pdf, words }: Paper): void {
  const { doc } = pdf;
  const word = certificateWords[words.language].specimen.toUpperCase();
  const setting = { face: 'serifSemibold', size: 120, spacing: 8 } as const;
  const size = sizeToFit(word, setting, 640);
  drawArtifact(pdf, () => {
    doc.save();
    doc.rotate(-52, { origin: [page.width / 2, page.height / 2] });
    const y = page.height / 2 + size * 0.33;
    const fill = '#fdf1ec';
    drawLine(pdf, word, { ...setting, size, x: page.width / 2, y, anchor: 'middle', fill });
    doc.restore();
  });
}
