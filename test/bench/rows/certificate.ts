import PDFDocument from 'pdfkit';
import type { CertificatePaper } from '../../../src/commands/items/papers.ts';
import { built } from '../built.ts';
import { concurrent } from '../inProcess.ts';
import type { Row } from '../row.ts';

/** The data of the nth certificate: names and addresses differ, so that nothing kept from the one before helps. */
export const nthCertificate = (n: number): CertificatePaper => ({
  number: `MIE-26-${String(n).padStart(5, '0')}-D`,
  organisation: `Boulangerie Spécimen ${n}, coopérative`,
  offers: [`Pain au levain de blé genevois ${n}`, `Ateliers de boulangerie pour écoles ${n}`],
  since: '2026-11-01',
  until: '2029-10-31',
  standing: 'clean',
  revision: 1,
  scores: null,
  criteriaVersion: '1.0.0',
  place: 'Genève',
  issuedOn: '2026-11-24',
  address: `https://label.example/labels/MIE-26-${String(n).padStart(5, '0')}-D`,
  language: 'fr',
  specimen: true,
  createdAt: '2026-11-24T09:00:00.000Z',
});

/** What drawing one certificate costs. */
export const certificate: Row = {
  n: 8,
  product: 'certificate as PDF',
  base: 'one line in Helvetica by the same library',
  goal: { atMost: 12 },
  cost: 'time',
  open: async () => {
    const { makeCertificate } = await built<typeof import('../../../src/issuing/certificate/certificate.ts')>(
      'issuing/certificate/certificate.js',
    );
    let n = 0;
    return {
      base: concurrent(1, async () => void (await oneLine())),
      product: concurrent(1, async () => void (await makeCertificate(nthCertificate(++n)))),
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
