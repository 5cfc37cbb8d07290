import { expect } from 'chai';
import { makeRevision } from '../../src/issuing/makeRevision.ts';
import { demoAuthority } from '../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../src/issuing/seal/openSealer.ts';
import { readSeal } from '../../src/issuing/seal/readSeal.ts';
import { sample } from './certificate/certificateSample.ts';
import { sampleConformity, sampleIssuer, samplePaper } from './credential/credentialSample.ts';

const paper = { certificate: sample(), credential: samplePaper(), conformity: sampleConformity() };
const { createdAt } = paper.certificate;

/** The certificate of a revision, by a seal that begins at a moment, and that seal's own certificate. */
async function sealedBy(from: string) {
  const authority = await demoAuthority(new Date(from));
  const { document: did, key } = await sampleIssuer();
  const issuer = { did, key, sealer: await openSealer(authority, new Date(from)) };
  const made = await makeRevision(issuer, paper);
  const again = await makeRevision(issuer, paper);
  expect(again).to.deep.equal(made);
  const certificate = made.find(({ kind }) => kind === 'certificate')?.bytes ?? Buffer.alloc(0);
  return readSeal(certificate, authority.chain.slice(0, 1));
}

describe('issuing/makeRevision', () => {
  it('seals at the date of the paper', async () => {
    const reading = await sealedBy('2026-11-01T00:00:00.000Z');
    expect(reading).to.include({ trusted: true, coversWholeFile: true, at: createdAt });
  });

  it('is trusted too when the seal was configured after the label was granted', async () => {
    const later = '2026-11-24T09:00:02.000Z';
    expect(await sealedBy(later)).to.include({ trusted: true, coversWholeFile: true, at: later });
  });
});
