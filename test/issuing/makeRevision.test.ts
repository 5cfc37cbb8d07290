// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import type { RevisionPaper } from '../../src/commands/ports/issuingPorts.ts';
import { makeRevision } from '../../src/issuing/makeRevision.ts';
import { demoAuthority } from '../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../src/issuing/seal/openSealer.ts';
import { readSeal } from '../../src/issuing/seal/readSeal.ts';
import { issuedKinds } from '../../src/register/entry.ts';
import { logged, statementFor } from '../support/transparency/loggedStatement.ts';
import { TestLog } from '../support/transparency/testLog.ts';
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

async function anIssuer() {
  const { document: did, key } = await sampleIssuer();
  const begins = new Date('2026-11-01T00:00:00.000Z');
  return { did, key, sealer: await openSealer(await demoAuthority(begins), begins) };
}

/** The files of a revision by kind and width. */
async function drawn(issuer: Parameters<typeof makeRevision>[0], asked: RevisionPaper) {
  const made = await makeRevision(issuer, asked);
  return new Map(made.map(({ kind, width = '', bytes }) => [`${kind} ${width}`.trim(), bytes]));
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

  it('gives each file that says a name bytes that nobody can draw again from public data', async () => {
    const log = new TestLog();
    const entered = (salt: string) => logged(log, { ...statementFor(paper.credential), salt });
    const renamed = 'Coopérative Spécimen';
    const { certificate, credential } = paper;
    const issuer = await anIssuer();
    const issued = await drawn(issuer, { ...paper, log: entered('AAAA') });
    const kinds = new Set([...issued.keys()].map((name) => name.split(' ')[0]));
    // Each conformity credential is signed with a number drawn by chance, so its bytes never come again.
    expect([...kinds, 'conformity']).to.have.members(issuedKinds);

    const guesses = {
      'with another key and no entry': drawn(await anIssuer(), paper),
      'with another key and another salt': drawn(await anIssuer(), { ...paper, log: entered('BBBB') }),
      'with a stolen key and no entry': drawn(issuer, paper),
      'with a stolen key and another salt': drawn(issuer, { ...paper, log: entered('BBBB') }),
      'with all that is known, and another name': drawn(issuer, {
        ...paper,
        certificate: { ...certificate, organisation: renamed },
        credential: { ...credential, organisation: { ...credential.organisation, name: renamed } },
        log: entered('AAAA'),
      }),
    };
    const nameless = ['badgeWebp 256', 'badgeWebp 512', 'badgePrint'];
    for (const [how, guess] of Object.entries(guesses)) {
      const again = await guess;
      const same = [...issued].filter(([name, bytes]) => again.get(name)?.equals(bytes));
      expect(
        same.map(([name]) => name),
        how,
      ).to.deep.equal(nameless);
    }
  });
});
