import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { logByRoot } from '../../../src/commands/transparency/trustedLog.ts';
import { openBundle, type SavedTrust } from '../../../src/commands/verify/bundleTrust.ts';
import { storeTrust } from '../../../src/commands/verify/trust.ts';
import { trustBundle } from '../../../src/commands/verify/trustBundle.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { sampleKey, sampleRoot } from '../../support/samples/sampleBundle.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const at = '2026-11-02T08:00:00.000Z';
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('commands/verify, trust', () => {
  let service: TestService;
  before(async () => {
    service = await testService('trust');
    const { store } = service.deps;
    await store.addIssuerKey({ id: 'key-2026-1', multibase: 'z6MkOne', since: at, distrustedAt: null });
    await store.addIssuerKey({ id: 'key-2026-2', multibase: 'z6MkLost', since: at, distrustedAt: null });
    await store.distrustIssuerKey('key-2026-2', at);
    await store.addSealAnchor({ id: 'a', pem: 'PEM', since: at });
    await store.saveStatusList({ purpose: 'revocation', list: 1, version: 1, credential: '{"a":1}', at });
    await store.beginLog({ origin: 'label.example/log', vkey: 'of the log that ended' }, at);
    await service.connection.collection('logHeads').deleteMany({});
    await store.beginLog({ origin: 'label.example/log', vkey: 'of the log' }, '2026-11-02T09:00:00.000Z');
    await store.addWitnesses(['of one', 'of two'], at);
    await store.publishCheckpoint({ size: 0, note: '', quorum: 2 });
    for (let n = 0; n < 1001; n += 1)
      await store.addPaper({ digest: digestOf(`paper ${n}`), kind: 'minutes', on: '2026-11-01' });
    const entries = Array.from({ length: 1003 }, (_, n): Entry & { _id: string } => {
      const number = labelNumber(26, n + 1);
      const file = { kind: 'certificate', size: 1 } as const;
      const files = [
        { ...file, revision: 1, digest: digestOf(`${n} one`) },
        { ...file, revision: 2, digest: digestOf(`${n} two`) },
      ];
      return { ...specimenEntry, number, revision: 2, files, _id: number, ...(n % 2 === 0 && { logged: n }) };
    });
    const rows = entries.map(({ number: _, ...row }) => row);
    await service.connection.collection<{ _id: string }>('entries').insertMany(rows);
  });
  after(() => service.stop());

  const lines = async (): Promise<Uint8Array[]> => {
    const all: Uint8Array[] = [];
    for await (const line of trustBundle(service.deps)) all.push(line);
    return all;
  };
  const opened = async (all: readonly Uint8Array[]): Promise<SavedTrust> => {
    const root = requireVisible((await trustRoots(service.deps))[0]);
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield* all;
    }
    const trust = await openBundle(bytes, { root, least: 0 }, new Date(at));
    if ('fault' in trust) throw new Error(trust.fault);
    return trust;
  };

  it('gives the same result from a saved bundle as from the register, for every label', async () => {
    const all = await lines();
    expect(all).to.have.length(1 + 1003 + 1001 + 1);
    expect(all.every((line) => line.indexOf(10) === line.length - 1)).to.equal(true);
    const [saved, stored] = [await opened(all), storeTrust(service.deps)];
    expect(saved.at).to.match(/^2026-11-02T08:/);
    expect(await saved.keys()).to.deep.equal(await stored.keys());
    expect((await saved.keys()).did.assertionMethod).to.deep.equal(['did:web:label.example#key-2026-1']);
    expect((await saved.keys()).log).to.deep.equal({
      vkey: 'of the log',
      earlier: ['of the log that ended'],
      witnesses: ['of one', 'of two'],
      quorum: 2,
    });
    for (const n of [1, 500, 501, 1003]) {
      const number = labelNumber(26, n);
      const row = await saved.row(number);
      expect(row).to.deep.equal(await stored.row(number));
      expect([row?.number, row?.logged]).to.deep.equal([number, n % 2 === 0 ? undefined : n - 1]);
      const file = await saved.file(digestOf(`${n - 1} one`));
      expect(file).to.deep.equal(await stored.file(digestOf(`${n - 1} one`)));
      expect(file).to.deep.equal({ row, revision: 1 });
    }
    for (const trust of [saved, stored])
      for (const n of [0, 999, 1000]) {
        const paper = await trust.paper(digestOf(`paper ${n}`));
        expect(paper).to.deep.equal({ kind: 'minutes', on: '2026-11-01' });
      }
  });

  it('waits for more than half of the witnesses that a root names, however few it asks for', () => {
    const online = sampleKey();
    const log = { vkey: 'of the log', earlier: ['of an older log'], witnesses: ['of one'], quorum: 1 };
    const rows = [
      [0, 0, 0],
      [1, 0, 1],
      [2, 1, 2],
      [4, 2, 3],
      [3, 3, 3],
    ] as const;
    for (const [count, asked, waitedFor] of rows) {
      const witnesses = Array.from({ length: count }, (_, n) => `named ${n}`);
      const named = { vkey: 'of the log', witnesses, quorum: asked };
      const root = sampleRoot({ people: [sampleKey()], online: [online], log: named });
      expect(logByRoot(root, log), `${asked} of ${count}`).to.deep.equal({
        ...{ ...log, witnesses, quorum: waitedFor, pinned: true },
      });
    }
  });

  it('reports an unknown label and a missing file', async () => {
    const all = await lines();
    for (const trust of [await opened(all), storeTrust(service.deps)]) {
      expect(await trust.row('MIE-26-09999-9')).to.equal(null);
      expect(await trust.file(digestOf('another'))).to.equal(null);
      expect(await trust.file('"files"')).to.equal(null);
      for (const text of ['another', '"kind":"minutes"', '2026-11-01'])
        expect(await trust.paper(digestOf(text))).to.equal(null);
    }
  });
});
