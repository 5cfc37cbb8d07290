import { closePdf, openPdf, type Pdf } from '../../../src/issuing/pdf/pdfBase.ts';
import { drawLine, drawTagged } from '../../../src/issuing/pdf/pdfDraw.ts';
import { addSealPlaceholder, type SealField } from '../../../src/issuing/seal/placeholder.ts';

export const sealedAt = '2026-11-24T09:00:00.000Z';

/** A document of one page with a place for a seal, or with several, or with none. */
export async function smallPdf({
  fields = [{}],
  draw = () => {},
}: {
  fields?: readonly Partial<SealField>[];
  draw?: (pdf: Pdf) => void;
} = {}): Promise<Buffer> {
  const pdf = openPdf({
    language: 'fr',
    title: 'Certificat de « Dupont & Fils <SA> »',
    author: 'Made in ESS',
    createdAt: sealedAt,
  });
  drawTagged(pdf, pdf.root, 'P', () =>
    drawLine(pdf, 'Coopérative spécimen', { x: 40, y: 40, face: 'sans', size: 12, fill: '#000000' }),
  );
  draw(pdf);
  for (const field of fields) {
    addSealPlaceholder(pdf, {
      name: 'Made in ESS',
      at: sealedAt,
      place: 'Genève',
      timestamped: false,
      ...field,
    });
  }
  return closePdf(pdf);
}
