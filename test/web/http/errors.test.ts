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

  const labels = { errorLabels: ['RetryableWriteError'] };
  /** What the driver and the server say while a server goes, is gone and comes back; a conflict is no such thing. */
  const away: readonly (readonly [string, object, number])[] = [
    ['MongoNetworkError', {}, 503],
    ['MongoNetworkTimeoutError', {}, 503],
    ['MongoPoolClearedError', {}, 503],
    ['MongoPoolClosedError', {}, 503],
    ['MongoWaitQueueTimeoutError', {}, 503],
    ['MongoTopologyClosedError', {}, 503],
    ['MongoNotConnectedError', {}, 503],
    ['MongoServerClosedError', {}, 503],
    ['MongoClientClosedError', {}, 503],
    ['MongoExpiredSessionError', {}, 503],
    ['MongooseServerSelectionError', {}, 503],
    ['MongoServerError', { code: 6 }, 503],
    ['MongoServerError', { code: 43 }, 503],
    ['MongoServerError', { code: 89 }, 503],
    ['MongoServerError', { code: 134 }, 503],
    ['MongoServerError', { code: 237 }, 503],
    ['MongoServerError', { code: 11600 }, 503],
    ['MongoServerError', { code: 251, errorLabels: ['TransientTransactionError'] }, 503],
    ['MongoBulkWriteError', labels, 503],
    ['MongoServerError', { code: 112, errorLabels: ['TransientTransactionError'] }, 500],
    ['MongoServerError', { code: 2 }, 500],
    ['MongoInvalidArgumentError', {}, 500],
    ['TypeError', labels, 500],
  ];
  it('is a 503 while the database is killed, whatever is said of that, and a 500 for what is a fault of ours', async () => {
    let failure: Error = new Error('none');
    const now = () => {
      throw failure;
    };
    const killed = await testWeb('errors-killed', { clock: { now } });
    await killed.publish(specimenEntry);
    for (const [name, also, status] of away) {
      failure = Object.assign(new Error('it went'), { name, ...also });
      const answer = await (await killed.browser()).get(`/fr/labels/${number}`);
      expect(answer.status, `${name} ${JSON.stringify(also)}`).to.equal(status);
      if (status === 503) expect(answer.text, name).to.include('<h1>').and.to.not.include('it went');
    }
    await killed.stop();
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
