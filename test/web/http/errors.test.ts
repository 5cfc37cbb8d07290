import { expect } from 'chai';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;

/** A web whose clock fails as told, once the register holds a label. */
async function failingWeb(name: string, failure: Error): Promise<TestWeb> {
  const now = () => {
    throw failure;
  };
  const web = await testWeb(name, { clock: { now } });
  await web.publish(specimenEntry);
  return web;
}

describe('an internal error', () => {
  let web: TestWeb;
  before(async () => {
    web = await failingWeb('errors', new Error('mongodb://somebody:secret@database'));
  });
  after(() => web.stop());
  beforeEach(() => {
    web.logged.length = 0;
  });

  const incident = () => ({ request: 'none', ...web.logged[0]?.data }).request;

  it('is a page for people, with the number of its log line and no cause', async () => {
    const visitor = await web.browser();
    const answer = await visitor.get(`/de/labels/${number}`).set('Accept', 'text/html');
    expect([answer.status, answer.type]).to.deep.equal([500, 'text/html']);
    expect(web.logged).to.have.length(1);
    expect(answer.text).to.include(incident()).and.to.include('<html lang="de"');
    expect(answer.text).to.not.include('secret');
    expect(answer.headers['cache-control']).to.equal('no-store');
  });

  it('is problem details for programs, open to every site like the data', async () => {
    const answer = await (await web.browser()).get(`/api/v1/labels/${number}`);
    expect([answer.status, answer.type]).to.deep.equal([500, 'application/problem+json']);
    const problem = JSON.parse(answer.text);
    expect(problem).to.include({ status: 500, code: 'unexpected', incident: incident() });
    expect(problem.type).to.equal('urn:made-in-ess:error:unexpected');
    expect(answer.text).to.not.include('secret');
    expect(answer.headers['access-control-allow-origin']).to.equal('*');
  });

  it('is a picture where a picture was requested', async () => {
    const answer = await (await web.browser()).get(`/badges/${number}.png`);
    expect([answer.status, answer.type, web.logged.length]).to.deep.equal([500, 'image/png', 1]);
  });

  it('is a 503 when the database is down', async () => {
    const failure = Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' });
    const paused = await failingWeb('errors-paused', failure);
    const answer = await (await paused.browser()).get(`/fr/labels/${number}`);
    expect([answer.status, answer.headers['retry-after']]).to.deep.equal([503, '30']);
    expect(paused.logged).to.deep.equal([]);
    await paused.stop();
  });
});

describe('behind TLS', () => {
  it('sets secure cookies and HSTS', async () => {
    const web = await testWeb('tls', { publicUrl: 'https://label.example' });
    const { headers } = await (await web.browser()).get('/fr/sign-in');
    expect(String(headers['set-cookie'])).to.match(/__Host-session=[^;]+;.*path=\/;.*secure/i);
    expect(headers['strict-transport-security']).to.include('max-age');
    expect(headers['content-security-policy']).to.include('upgrade-insecure-requests');
    await web.stop();
    const plain = await testWeb('no-tls');
    expect((await (await plain.browser()).get('/fr')).headers['strict-transport-security']).to.equal(
      undefined,
    );
    await plain.stop();
  });
});
