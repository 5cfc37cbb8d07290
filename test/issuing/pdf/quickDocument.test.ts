import { expect } from 'chai';
import PDFDocument from 'pdfkit';
import { fontOf } from '../../../src/issuing/drawing/fonts.ts';
import { QuickDocument } from '../../../src/issuing/pdf/quickDocument.ts';

const options: PDFKit.PDFDocumentOptions = {
  pdfVersion: '1.7',
  subset: 'PDF/A-3a',
  tagged: true,
  font: '',
  info: { Title: 'Épreuve', CreationDate: new Date('2026-11-24T09:00:00Z') },
};

function draw(doc: PDFKit.PDFDocument): void {
  doc.registerFont('sans', fontOf('sans') as unknown as PDFKit.Mixins.PDFFontSource);
  doc.font('sans', 12).fillColor('#0b4f54').text('Fabriqué à Genève', 50, 50);
  doc.addPage().rect(10, 10, 20, 20).fill('#f2b134');
  doc.file(Buffer.from('{"a":"é"}'), {
    name: 'a.json',
    creationDate: new Date(0),
    modifiedDate: new Date(0),
  });
  doc.end();
}

describe('issuing/quickDocument', () => {
  it('writes, once and again, the bytes that the library streams', async () => {
    const streamed = new PDFDocument(options);
    draw(streamed);
    const chunks: Buffer[] = [];
    for await (const chunk of streamed as AsyncIterable<Buffer>) chunks.push(chunk);
    for (const _ of ['first', 'with what was packed before']) {
      const quick = new QuickDocument(options);
      draw(quick);
      expect(Buffer.compare(quick.bytes(), Buffer.concat(chunks))).equal(0);
    }
  });
});
