import { expect } from 'chai';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;
const at = '2026-11-02T08:00:00.000Z';

describe('what a credential is verified with', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('issuer');
    visitor = await web.browser();
  });
  after(() => web.stop());

  const openToAll = (headers: Readonly<Record<string, string>>) => {
    expect(headers).to.include({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(headers['cache-control']).to.match(/^public, max-age=\d+$/);
    expect(Number(headers['cache-control']?.split('=')[1])).to.be.at.most(300);
  };

  it('is not found before anything was issued', async () => {
    const paths = [
      '/.well-known/did.json',
      '/status/revocation-1',
      '/status/revocation-0',
      '/status/revocation-1.5',
      '/status/__proto__-1',
      `/credentials/${number}`,
      '/achievements/made-in-ess/0.0.9',
    ];
    for (const path of paths) expect((await visitor.get(path)).status, path).to.equal(404);
  });

  it('reports a failure to programs as JSON of the requested kind, and to people as a page', async () => {
    const says = async (accept: string) => {
      const { status, type, headers } = await visitor.get(`/credentials/${number}`).set('Accept', accept);
      return [status, type, headers['access-control-allow-origin']];
    };
    for (const accept of ['*/*', 'application/vc', 'application/ld+json', 'application/json']) {
      expect(await says(accept), accept).to.deep.equal([404, 'application/problem+json', '*']);
    }
    expect(await says('text/html,application/xhtml+xml,*/*;q=0.8')).to.deep.equal([404, 'text/html', '*']);
  });

  it('lists every trusted key, the same as the credentials name', async () => {
    const { store, publicUrl } = web.deps;
    const key = (id: string, multibase: string) => ({ id, multibase, since: at, distrustedAt: null });
    await store.addIssuerKey(key('key-2026-1', 'z6MkOld'));
    await store.addIssuerKey(key('key-2026-2', 'z6MkLost'));
    await store.addIssuerKey(key('key-2026-3', 'z6MkNew'));
    await store.distrustIssuerKey('key-2026-2', at);
    const answer = await visitor.get('/.well-known/did.json');
    const did = `did:web:${new URL(publicUrl).host.replace(':', '%3A')}`;
    const document = JSON.parse(answer.text || answer.body.toString());
    expect(document.id).to.equal(did);
    expect(document.assertionMethod).to.deep.equal([`${did}#key-2026-1`, `${did}#key-2026-3`]);
    expect(document.verificationMethod.map((method: object) => ({ ...method }))).to.deep.equal(
      ['1', '3'].map((n) => ({
        id: `${did}#key-2026-${n}`,
        type: 'Multikey',
        controller: did,
        publicKeyMultibase: n === '1' ? 'z6MkOld' : 'z6MkNew',
      })),
    );
    expect(answer.headers['content-type']).to.equal('application/did+json');
    openToAll(answer.headers);
  });

  it('returns a status list as signed, by the name a verifier asks for', async () => {
    const credential = '{"signed":1}';
    await web.deps.store.saveStatusList({ purpose: 'revocation', list: 1, version: 1, credential, at });
    const answer = await visitor.get('/status/revocation-1');
    expect([answer.text || answer.body.toString(), answer.type]).to.deep.equal([
      credential,
      'application/ld+json',
    ]);
    openToAll(answer.headers);
    const { etag = '' } = answer.headers;
    expect((await visitor.get('/status/revocation-1').set('If-None-Match', etag)).status).to.equal(304);
    const asked = await visitor.get('/status/revocation-1').set('Accept', 'application/vc');
    expect(asked.type).to.equal('application/vc');
    expect(asked.headers.vary).to.include('Accept');
    expect((await visitor.get('/status/suspension-1')).status).to.equal(404);
  });

  it('returns the newest credential of a label, and that of each revision', async () => {
    const { files } = web.deps;
    const credential = async (revision: number) => {
      const bytes = Buffer.from(`{"revision":${revision}}`);
      const digest = await files.save(bytes, 'application/ld+json');
      return { kind: 'credential', revision, digest, size: bytes.length } as const;
    };
    await web.publish({ ...specimenEntry, revision: 2, files: [await credential(1), await credential(2)] });
    const said = async (path: string) => {
      const { text, body } = await visitor.get(path);
      return text || body.toString();
    };
    expect(await said(`/credentials/${number}`)).to.equal('{"revision":2}');
    expect(await said(`/credentials/${number}/1`)).to.equal('{"revision":1}');
    const { headers } = await visitor.get(`/credentials/${number}`);
    expect(headers['content-disposition']).to.equal(`inline; filename="${number}.json"`);
    for (const revision of ['3', '0', '01', '1.0']) {
      expect((await visitor.get(`/credentials/${number}/${revision}`)).status).to.equal(404);
    }
  });

  it('allows requests of other sites with their own headers', async () => {
    const ask = (path: string) =>
      visitor
        .options(path)
        .set('Origin', 'https://verifier.example')
        .set('Access-Control-Request-Method', 'GET');
    for (const path of ['/.well-known/did.json', '/status/revocation-1', `/credentials/${number}`]) {
      const { status, headers } = await ask(path);
      expect(status, path).to.equal(204);
      expect(headers).to.include({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': '*',
      });
    }
    const closed = await ask('/fr/sign-in');
    expect([closed.status, closed.headers['access-control-allow-origin']]).to.deep.equal([405, undefined]);
  });

  it('links the achievement to the criteria', async () => {
    const answer = await visitor.get('/achievements/made-in-ess/1.0.0').set('Accept-Language', 'de');
    expect([answer.status, answer.headers.location]).to.deep.equal([302, '/de/criteria/1.0.0']);
  });
});
