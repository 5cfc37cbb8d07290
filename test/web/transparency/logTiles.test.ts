import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const forever = 'public, max-age=31536000, immutable';

describe('the public log as files', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('public-log-files');
    visitor = await web.browser();
  });
  after(() => web.stop());

  it('is not found before it has begun', async () => {
    for (const path of ['/log/checkpoint', '/log/tile/0/000.p/1', '/log/tile/entries/000.p/1'])
      expect((await visitor.get(path)).status, path).to.equal(404);
  });

  it('has a head, tiles, entries and statements, open to all; what never changes may be kept for ever', async () => {
    const { schemes } = web.deps;
    const standing = [...schemes.values()].filter(({ scheme }) => scheme.status !== 'draft').length;
    for (let i = standing; i < 260; i += 1) {
      await web.deps.store.enterInLog({
        source: `test/${String(i).padStart(3, '0')}`,
        type: 'criteria',
        statement: { version: String(i), digest: 'ab' },
      });
    }
    await growLog(web.deps);
    const head = await visitor.get('/log/checkpoint');
    expect(head.text.split('\n')[1]).to.equal('260');
    expect(head.headers).to.include({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    });
    const keys = await visitor.get('/log/keys.json');
    expect(keys.headers['access-control-allow-origin']).to.equal('*');
    expect(keys.body).to.deep.equal({
      ...{ v: 1, log: keys.body.log, witnesses: [], quorum: 0 },
      earlier: { logs: [], witnesses: [] },
    });
    expect(keys.body.log).to.match(/^[^+]+\/log\+[0-9a-f]{8}\+A/);
    const sizes = {
      '/log/tile/0/000': 8192,
      '/log/tile/0/001.p/4': 128,
      '/log/tile/1/000.p/1': 32,
      '/log/tile/0/000.p/200': 6400,
    };
    for (const [path, size] of Object.entries(sizes)) {
      const answer = await visitor.get(path).buffer(true);
      expect([answer.status, answer.body.length], path).to.deep.equal([200, size]);
      expect(answer.headers, path).to.include({
        'content-type': 'application/octet-stream',
        'cache-control': forever,
        'access-control-allow-origin': '*',
      });
    }
    const bundle = await visitor.get('/log/tile/entries/001.p/4').buffer(true);
    expect(bundle.headers['cache-control']).to.equal(forever);
    expect(entriesIn(bundle.body).length).to.equal(4);
    for (const entry of entriesIn(bundle.body))
      expect(JSON.parse(entry)).to.include({ type: 'criteria', v: 1 });
    const statements = await visitor.get('/log/statements/001.p/4').buffer(true);
    expect(statements.headers['cache-control']).to.equal('no-cache');
    const lines = (statements.text || statements.body.toString()).trimEnd().split('\n');
    const hashes = entriesIn(bundle.body).map((entry) => JSON.parse(entry).sha256);
    expect(lines.map((line: string) => createHash('sha256').update(line).digest('hex'))).to.deep.equal(
      hashes,
    );
  });

  it('finds nothing at an address that is written otherwise, or that it does not have', async () => {
    const wrong = [
      '0/0',
      '0/001',
      '0/001.p/5',
      '00/000',
      '64/000',
      '-1/000',
      'x/000',
      '0/x000/000',
      '0/000.p/0',
    ];
    for (const path of [...wrong, 'entries/001', 'entries/1.p/4', 'entries/../checkpoint'])
      expect((await visitor.get(`/log/tile/${path}`)).status, path).to.equal(404);
  });
});

/** The entries of a bundle, each behind its length. */
function entriesIn(bundle: Buffer): string[] {
  if (bundle.length === 0) return [];
  const end = 2 + bundle.readUInt16BE(0);
  return [bundle.toString('utf8', 2, end), ...entriesIn(bundle.subarray(end))];
}
