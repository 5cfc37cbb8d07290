import { expect } from 'chai';
import type { JWTPayload } from 'jose';
import { readPresentation } from '../../../src/issuing/readBack/readPresentation.ts';
import { walletLabel } from '../../../src/issuing/wallet/walletLabel.ts';
import { testWallet } from '../../support/wallet/testWallet.ts';
import { sampleIssuer, samplePaper } from '../credential/credentialSample.ts';

const at = '2026-11-24T09:00:00.000Z';

describe('a label that a wallet shows', () => {
  it('is read as one of ours only where all that it says is of one label, and signed as such', async () => {
    const issuer = await sampleIssuer();
    const mine = testWallet(fetch, () => new Date(at));
    const paper = { ...samplePaper(), criteria: '1.0.0', lastDay: '2029-10-31', holder: mine.jwk, at };
    const own = walletLabel(paper);
    const keys = { did: issuer.document, anchors: [], timeAnchors: [], statusLists: [], log: null };
    const asked = { nonce: 'N', client_id: 'decentralized_identifier:did:web:label.example' };
    const flawOf = async (change: JWTPayload, typ = 'dc+sd-jwt') => {
      const bound = `${await issuer.tokenKey.sign(typ, { ...own, ...change })}~`;
      const shown = await mine.present(bound, asked);
      const read = await readPresentation({ shown, nonce: asked.nonce, audience: asked.client_id, at }, keys);
      return read?.credential?.flaw;
    };
    expect(await flawOf({})).to.equal(null);
    expect(await flawOf({}, 'vc+jwt'), 'another kind of token').to.equal('signature');
    const wrong: Readonly<Record<string, JWTPayload>> = {
      'the type of another issuer': { vct: 'https://other.example/wallet/types/label' },
      'another type of ours': { vct: 'https://label.example/wallet/types/other' },
      'the number of another': { number: 'MIE-26-00043-B' },
      'another revision': { revision: 2 },
      'an end after its own': { until: '2039-10-31' },
    };
    for (const [what, change] of Object.entries(wrong)) expect(await flawOf(change), what).to.equal('shape');
    expect(await flawOf({ colour: 'green' }), 'a claim that we do not know').to.equal(undefined);
  });
});
