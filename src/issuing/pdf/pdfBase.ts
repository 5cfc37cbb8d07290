import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Language } from '../../criteria/scheme.ts';
import { escapeXml } from '../drawing/escapeXml.ts';
import { faces, fontOf } from '../drawing/fonts.ts';
import { pdfUaXmp } from './pdfUaXmp.ts';

declare global {
  namespace PDFKit {
    /** What the published types leave out of a document. */
    interface PDFDocument {
      _addInfo(): void;
      readonly _root: { readonly data: { readonly AcroForm?: { readonly data: object }; Perms?: object } };
      /** The typeface that is chosen, as it will be embedded. */
      readonly _font: {
        readonly id: string;
        readonly subset: { includeGlyph(id: number): number };
        readonly widths: number[];
        readonly unicode: (readonly number[])[];
        readonly scale: number;
        ref(): unknown;
      };
    }
  }
}

/** A PDF being drawn: the document, and the root of the structure that a screen reader follows. */
export interface Pdf {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

export interface PdfFacts {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  /** ISO instant: the only time in the file, so that the same data gives the same bytes. */
  readonly createdAt: string;
  readonly keywords?: string;
  /** Landscape, as a certificate hangs on a wall, by default. */
  readonly layout?: 'landscape' | 'portrait';
  /** Width and height of a page in points; A4 by default. */
  readonly size?: readonly [width: number, height: number];
}

/** An archival (PDF/A-3a) and accessible (PDF/UA-1) document with its first page. */
export function openPdf(facts: PdfFacts): Pdf {
  const { language, title, author, createdAt, keywords, layout = 'landscape', size } = facts;
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: language,
    displayTitle: true,
    ...(size ? { size: [...size] } : { size: 'A4', layout }),
    margin: 0,
    bufferPages: true,
    // No default font: the fourteen standard ones cannot be embedded.
    font: '',
    info: {
      Title: title,
      Author: author,
      Creator: author,
      Producer: author,
      CreationDate: new Date(createdAt),
      ...(keywords !== undefined && { Keywords: keywords }),
    },
  });
  for (const face of faces) {
    // The type knows files only; a parsed font saves most of the time of a document.
    doc.registerFont(face, fontOf(face) as unknown as PDFKit.Mixins.PDFFontSource);
  }
  escapeMetadata(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** The bytes of a finished document. */
export function closePdf({ doc, root }: Pdf): Promise<Buffer> {
  root.end();
  doc.appendXML(pdfUaXmp);
  doc.end();
  return buffer(doc);
}

/** The library copies the title and the others into XML as they are: an ampersand would break the file. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const write = doc._addInfo;
  doc._addInfo = () => {
    const { info } = doc;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' ? escapeXml(value) : value,
    ]);
    doc.info = Object.fromEntries(escaped);
    write.call(doc);
    doc.info = info;
  };
}
