import { expect } from 'chai';
import { compactVerify, importJWK } from 'jose';
import { makeCredentialJwk } from '../../../src/issuing/credential/credentialKey.ts';
import { openTokenKey } from '../../../src/issuing/credential/tokenKey.ts';
import { sampleIssuer } from './credentialSample.ts';

describe('a key that signs tokens', () => {
  it('is found in the issuer’s document by what the token names, whichever half of the curve its point is on', async () => {
    const halves = new Set<number>();
    for (let i = 0; halves.size < 2 || i < 4; i += 1) {
      const { did, tokenKey, document } = await sampleIssuer();
      const token = await tokenKey.sign('test+jwt', { sub: 'spécimen' });
      const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
      expect(header).to.deep.equal({ alg: 'ES256', kid: `${did}#es256-2026-1`, typ: 'test+jwt' });
      const method = document.verificationMethod.find(({ id }) => id === header.kid);
      if (method?.type !== 'JsonWebKey') throw new Error('no such method');
      expect(document.assertionMethod).to.include(method.id);
      halves.add((Buffer.from(method.publicKeyJwk.y, 'base64url').at(-1) ?? 0) & 1);
      const { payload } = await compactVerify(token, await importJWK({ ...method.publicKeyJwk }, 'ES256'));
      expect(JSON.parse(Buffer.from(payload).toString())).to.deep.equal({ sub: 'spécimen' });
    }
  });

  it('is one of P-256 alone', () => {
    expect(() => openTokenKey('did:web:label.example', 'es256-2026-1', makeCredentialJwk())).to.throw(
      'es256-2026-1 is no P-256 key',
    );
  });
});
