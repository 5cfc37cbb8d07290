import { createPublicKey, verify } from 'node:crypto';
import { expect } from 'chai';
import type { CredentialPaper } from '../../../src/commands/ports/issuingPorts.ts';
import { conformityTopics } from '../../../src/criteria/conformityTopic.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { buildConformity } from '../../../src/issuing/conformity/buildConformity.ts';
import { signConformity } from '../../../src/issuing/conformity/conformityToken.ts';
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import { readConformity } from '../../../src/issuing/readBack/readConformity.ts';
import { assessorLevels } from '../../../src/profile/profileShape.ts';
import { standings } from '../../../src/register/entry.ts';
import { sampleConformity, sampleIssuer, samplePaper } from '../credential/credentialSample.ts';

const digest = 'ab'.repeat(32);
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `OFFRE${n}`, name: `Pain n° ${n + 1}, « façon L’Œuvre »` }));

/** A token's header and claims as any program reads them. */
function partsOf(token: string) {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { header: read(header), claims: read(claims), signed: `${header}.${claims}`, signature };
}

describe('issuing/conformity', () => {
  const rows = languages.flatMap((language) =>
    standings.flatMap((standing) =>
      [0, 1, 50].map((count) => ({ language, standing, count, specimen: count === 1 })),
    ),
  );

  for (const { language, standing, count, specimen } of rows) {
    it(`signs and reads back a ${standing} label in ${language} of ${count} offers`, async () => {
      const offers = many(count);
      const issuer = await sampleIssuer();
      const credential = samplePaper({
        language,
        standing,
        specimen,
        offers: offers.map(({ name }) => name),
      });
      const conformity = sampleConformity(offers, language);
      const built = buildConformity({ credential, conformity }, digest);
      const token = await signConformity(built, issuer.tokenKey);
      const { header, claims, signed, signature } = partsOf(token);
      expect(header).to.deep.equal({ alg: 'ES256', kid: issuer.tokenKey.id, typ: 'vc+jwt' });
      expect(claims).to.deep.equal(built);
      // By another library than the one that signed, with the key as the issuer publishes it.
      const method = issuer.document.verificationMethod.find(({ id }) => id === header.kid);
      if (method?.type !== 'JsonWebKey') throw new Error('the key is no JsonWebKey');
      const key = createPublicKey({ key: { ...method.publicKeyJwk }, format: 'jwk' });
      const by = { key, dsaEncoding: 'ieee-p1363' } as const;
      expect(verify('sha256', Buffer.from(signed), by, Buffer.from(signature, 'base64url'))).to.equal(true);
      const read = await readConformity(`${token}\n`, { did: issuer.document, statusLists: [], log: null });
      expect(read).to.deep.equal({
        flaw: null,
        status: 'missing',
        isToken: true,
        logged: { result: 'notThere' },
        claim: {
          number: credential.number,
          revision: credential.revision,
          organisation: credential.organisation.name,
          offers: offers.map(({ name }) => name),
          since: credential.since,
          until: credential.until,
        },
      });
      expect(claims.name).to.equal(buildCredential(credential).name);
      const products = claims.credentialSubject.assessment.flatMap(
        (one: { assessedProduct?: readonly object[] }) => one.assessedProduct ?? [],
      );
      expect(products).to.have.length(count);
    });
  }

  it('names the days, the status and the entry that the other credential of its revision names', () => {
    const credential = samplePaper({ revision: 3, status: { list: 2, index: 7 } });
    const other = buildCredential(credential);
    const built = buildConformity({ credential, conformity: sampleConformity() }, digest);
    for (const name of ['validFrom', 'validUntil', 'credentialStatus'] as const)
      expect(built[name]).to.deep.equal(other[name]);
    expect(built.credentialSubject.conformityCertificate).to.include({
      hashDigest: digest,
      linkURL: `https://label.example/labels/MIE-26-00042-D/certificate.pdf?digest=${digest}`,
    });
  });

  it('says what everybody met who holds a first label: themes with something of their topic, and the levels that are mandatory', () => {
    const built = buildConformity({ credential: samplePaper(), conformity: sampleConformity() }, digest);
    const said = built.credentialSubject.assessment.map(({ id, conformityTopic, assessmentCriteria }) => {
      expect(conformityTopics).to.include(conformityTopic);
      return [id.split('#')[1], assessmentCriteria.map((one) => one.id.split('/criteria/1.0.0/')[1])];
    });
    expect(said.map(([theme]) => theme)).to.deep.equal(['FIN', 'LUC', 'GOU', 'TRA', 'TRV', 'COO', 'OFR']);
    expect(said[0]).to.deep.equal(['FIN', ['themes/FIN', 'FIN-01#level-2']]);
  });

  it('says of its assessor what the scheme says, and reads back every level', async () => {
    const issuer = await sampleIssuer();
    const built = buildConformity({ credential: samplePaper(), conformity: sampleConformity() }, digest);
    const { credentialSubject } = built;
    expect(credentialSubject.assessorLevel).to.equal('Unspecified');
    for (const assessorLevel of assessorLevels) {
      const one = { ...built, credentialSubject: { ...credentialSubject, assessorLevel } };
      const token = await signConformity(one, issuer.tokenKey);
      expect(
        (await readConformity(token, { did: issuer.document, statusLists: [], log: null })).flaw,
      ).to.equal(null);
    }
  });

  it('gives the official number of the holder with the register it is of, or none', () => {
    const party = (identifier: string | null) => {
      const organisation: CredentialPaper['organisation'] = { id: 'O-1', name: 'Société', identifier };
      const built = buildConformity(
        { credential: samplePaper({ organisation }), conformity: sampleConformity() },
        digest,
      );
      const { registeredId, idScheme } = built.credentialSubject.issuedToParty;
      return [registeredId, idScheme?.name];
    };
    expect(party('CHE-123.456.788')).to.deep.equal(['CHE-123.456.788', 'UID']);
    expect(party('732 829 320')).to.deep.equal(['732 829 320', 'SIREN']);
    expect(party('732 829 320 00074')).to.deep.equal(['732 829 320', 'SIREN']);
    expect(party(null)).to.deep.equal([undefined, undefined]);
  });
});
