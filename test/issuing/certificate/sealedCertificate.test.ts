import { expect } from 'chai';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal } from '../../../src/issuing/seal/readSeal.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { nthCertificate } from '../../bench/rows/certificate.ts';
import { readPdf } from '../readPdf.ts';
import { manyOffers } from './certificateSample.ts';

const seal = { name: 'Made in ESS', timestamped: false };
describe('issuing/certificate, sealed', () => {
  let authority: SealKey;
  before(async () => {
    authority = await demoAuthority(new Date('2026-11-01T00:00:00.000Z'));
  });

  it('is sealed as a whole at its date, whatever the number of pages', async () => {
    const paper = { ...nthCertificate(1), offers: manyOffers };
    const sealer = await openSealer(authority, new Date(paper.createdAt));
    const file = await sealPdf(await makeCertificate(paper, { seal }), sealer);
    const reading = await readSeal(file, authority.chain.slice(-1));
    expect(reading).include({ valid: true, coversWholeFile: true, trusted: true, at: paper.createdAt });
    const pdf = readPdf(file);
    expect(pdf.pages.length).above(1);
    expect(pdf.pages).deep.equal(readPdf(await makeCertificate(paper, { seal })).pages);
    const annotations = pdf.with('/Type /Annot');
    expect(annotations).lengthOf(2);
    for (const { head } of annotations) expect(head).match(/\/F (?:4|132)\n/u);
  });

  it('reserves no place for a seal that it does not get', async () => {
    expect(readPdf(await makeCertificate(nthCertificate(1))).with('/FT /Sig')).deep.equal([]);
  });
});
