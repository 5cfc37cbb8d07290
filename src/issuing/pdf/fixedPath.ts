import PDFDocument from 'pdfkit';
import type { Pdf } from './pdfBase.ts';

const known = new Map<string, string>();

/** Adds a path that is the same in every document, read once in the life of the process: meant for the mark, not for data. */
export function addFixedPath({ doc }: Pdf, path: string): void {
  const operators = known.get(path) ?? operatorsOf(path);
  known.set(path, operators);
  doc.addContent(operators);
}

/** What the library would write for the path. */
function operatorsOf(path: string): string {
  const lines: string[] = [];
  const recorder = Object.create(PDFDocument.prototype) as PDFKit.PDFDocument;
  recorder.addContent = (line: string) => {
    lines.push(line);
    return recorder;
  };
  recorder.path(path);
  return lines.join('\n');
}
