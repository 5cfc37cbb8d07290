import PDFDocument from 'pdfkit';
import type { CertificateData } from '../../../src/issuing/certificateData.ts';
import { built } from '../built.ts';
import { concurrent } from '../inProcess.ts';
import type { Row } from '../row.ts';

const data: CertificateData = {
  number: 'MIE-26-00042-D',
  organisation: 'Boulangerie Spécimen, coopérative',
  offers: ['Pain au levain de blé genevois', 'Ateliers de boulangerie pour écoles'],
  since: '2026-11-01',
  until: '2029-10-31',
  provisional: false,
  criteriaVersion: '1.0.0',
  place: 'Genève',
  issuedOn: '2026-11-24',
  address: 'https://label.example/labels/MIE-26-00042-D',
  language: 'fr',
  specimen: true,
  createdAt: '2026-11-24T09:00:00.000Z',
};

/** What drawing one certificate costs. */
export const certificate: Row = {
  n: 8,
  product: 'certificate as PDF',
  base: 'one line in Helvetica by the same library',
  goal: { atMost: 12 },
  open: async () => {
    const { makeCertificate } =
      await built<typeof import('../../../src/issuing/certificate.ts')>('issuing/certificate.js');
    return {
      base: concurrent(1, async () => void (await oneLine())),
      product: concurrent(1, async () => void (await makeCertificate(data))),
      close: async () => {},
    };
  },
};

async function oneLine(): Promise<Buffer> {
  const doc = new PDFDocument();
  doc.text('Made in ESS');
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
