import { expect } from 'chai';
import { type TestWeb, testWeb } from '../../support/web.ts';

const uuid = '5f0c2e5a-9a52-4c0d-8d8c-0a8a8f3f7a11';

describe('the id of a request to the web', () => {
  const webs: TestWeb[] = [];
  const logged: object[] = [];
  before(async () => {
    const log = { info: (data: object) => void logged.push(data), error: () => {} };
    webs.push(
      await testWeb('request-id', { log }),
      await testWeb('request-id-proxy', { trustedProxyHops: 1, log }),
    );
  });
  after(() => Promise.all(webs.map((web) => web.stop())));

  const rows = [
    ['a client', 0, uuid, false],
    ['our proxy', 1, uuid, true],
    ['our proxy, as ULID', 1, '01JZ8X5V3N4Q6R7S8T9V0W1X2Y', true],
    ['our proxy, too short', 1, 'abc', false],
    ['our proxy, too long', 1, 'a'.repeat(65), false],
    ['our proxy, with what breaks a line of a log', 1, `${uuid} forged=1`, false],
    ['our proxy, empty', 1, '', false],
  ] as const;
  for (const [who, hops, sent, believed] of rows) {
    it(`of ${who} is ${believed ? 'taken' : 'replaced by ours'}`, async () => {
      const browser = await webs[hops]?.browser();
      const answer = await browser
        ?.get('/fr')
        .set('X-Request-Id', sent)
        .set('X-Forwarded-Host', 'label.example');
      const given = answer?.headers['x-request-id'];
      expect(given === sent).to.equal(believed);
      if (!believed) expect(given).to.match(/^T\d{8}$/);
    });
  }

  it('stands on an error page in each language, for a person to quote, but for an address that leads nowhere', async () => {
    const browser = await webs[0]?.browser();
    for (const language of ['fr', 'de', 'it', 'en']) {
      const refused = await browser?.send(`/${language}/criteria`, 'form', 'a=b').set('Accept', 'text/html');
      expect(refused?.status).to.equal(405);
      expect(refused?.text).to.include(refused?.headers['x-request-id']);
      const nowhere = await browser?.get(`/${language}/no/such/page`).set('Accept', 'text/html');
      expect(nowhere?.status).to.equal(404);
      expect(nowhere?.text).to.not.include(nowhere?.headers['x-request-id']);
    }
  });

  it('is logged with how a form was answered, by the name of its route', async () => {
    logged.length = 0;
    await (await webs[0]?.browser())?.post('/fr/sign-in', { email: 'somebody@specimen.example' });
    expect(logged).to.have.length(1);
    expect(logged[0]).to.include({ method: 'POST', status: 303 });
    expect(JSON.stringify(logged)).to.not.include('somebody');
  });
});
