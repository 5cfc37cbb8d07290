import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { expect } from 'chai';
import { tokenStatusList } from '../../../src/issuing/wallet/tokenStatusList.ts';
import { sampleIssuer } from '../credential/credentialSample.ts';

describe('a status list as a token', () => {
  it('says to another library what is invalid, suspended and neither', async () => {
    const { tokenKey } = await sampleIssuer();
    const last = 131_071;
    const [revoked, suspended] = [[0, 5, 6, 1001, last], [6]];
    const at = '2026-11-24T09:00:00.000Z';
    const claims = tokenStatusList({ list: 3, revoked, suspended, at, publicUrl: 'https://label.example' });
    expect(claims.sub).to.equal('https://label.example/wallet/status/3');
    const list = getListFromStatusListJWT(await tokenKey.sign('statuslist+jwt', claims));
    const said = [0, 1, 4, 5, 6, 7, 1000, 1001, last - 1, last].map((index) => list.getStatus(index));
    expect(said).to.deep.equal([1, 0, 0, 1, 2, 0, 0, 1, 0, 1]);
    expect(() => list.getStatus(last + 1)).to.throw();
  });
});
