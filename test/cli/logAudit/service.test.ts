// Tier: all. Budget: 10 s.
import { join } from 'node:path';
import { expect } from 'chai';
import { auditOf } from '../../../src/cli/logAudit.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { registerKeys } from '../../../src/commands/label/keys.ts';
import { publishStatusLists } from '../../../src/commands/label/statusLists.ts';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { testFolder } from '../../support/run/folders.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { answering } from '../../support/transparency/answering.ts';
import { besideFindings } from '../../support/transparency/testLog.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const { en } = createI18n();
const collections = ['logHeads', 'logEntries', 'logTiles'] as const;
const digestOf = (letter: string) => letter.repeat(64);
const filesOf = (...letters: readonly string[]) =>
  letters.map((letter) => ({ kind: 'certificate' as const, revision: 1, digest: digestOf(letter), size: 1 }));
interface Row {
  readonly _id: string;
  readonly entry?: string;
  readonly checkpoint?: object;
}

describe('made-in-ess log audit, of the service itself', () => {
  let web: TestWeb;
  let server: Awaited<ReturnType<typeof answering>>;
  let service: typeof server;
  /** How what is served at a path is changed on its way. */
  const spoilt = new Map<string, (text: string) => string>();
  let state: string;
  before(async () => {
    web = await testWeb('log-audit-of-service');
    service = await answering(web.server);
    server = await answering(async (req, res) => {
      const path = req.url ?? '';
      const answer = await fetch(service.address + path, { redirect: 'manual' });
      const bytes = Buffer.from(await answer.arrayBuffer());
      res.writeHead(answer.status).end(spoilt.get(path)?.(bytes.toString()) ?? bytes);
    });
    await registerKeys(web.deps);
    await trustRoots(web.deps);
    await publishStatusLists(web.deps, 1);
    for (let n = 1; n <= 3; n += 1) await web.publish({ ...specimenEntry, number: labelNumber(26, n) });
    await web.publish({ ...specimenEntry, number: labelNumber(26, 1), files: filesOf('a') });
    await web.publish({ ...specimenEntry, number: labelNumber(26, 1), files: filesOf('a', 'b') });
    await enter(300);
    state = join(await testFolder(), 'state.json');
  });
  after(async () => {
    await server.close();
    await service.close();
    await web.stop();
  });

  const rows = (name: (typeof collections)[number] | 'statusLists') => web.connection.collection<Row>(name);
  const source = (n: number) => `audit/${String(n).padStart(3, '0')}`;
  let last = 0;
  /** Lets the log grow by so many entries, the last of which says something of its own. */
  async function enter(count: number, said = 'ab'): Promise<void> {
    const time = '2026-11-03T08:00:00.000Z';
    for (const end = last + count; last < end; last += 1)
      await web.deps.store.enterInLog({
        source: source(last),
        type: 'key',
        statement: { key: `key-${last}`, multibase: said, since: time, distrustedAt: time },
      });
    await growLog(web.deps);
  }
  const audit = async () => {
    const { code, lines } = await auditOf(server.address, { state, json: true }, en, {
      settle: async () => {},
      now: web.deps.clock.now(),
    });
    const { verdict, findings, head, labels, beside } = JSON.parse(lines.join('\n'));
    return {
      code,
      verdict,
      found: findings.map(({ name }: { name: string }) => name),
      size: head?.size,
      labels,
      beside,
    };
  };

  it('finds nothing in what it says, with the register beside it', async () => {
    const criteria = [...web.deps.schemes.values()].filter(({ scheme }) => scheme.status !== 'draft').length;
    const keys = (await web.deps.store.issuerKeys()).length;
    const beside = { statusLists: 3, keys, criteria, roots: 1, files: 1 };
    const others = criteria + keys + beside.statusLists + beside.roots + 3;
    for (const size of [others + 303, others + 304]) {
      expect(await audit()).to.deep.equal({ code: 0, verdict: 'holds', found: [], size, labels: 3, beside });
      await enter(1);
    }
  });

  /** What whoever keeps the database, and the key of the log, does to what was published, and what is found. */
  const cases: Record<string, readonly [() => Promise<unknown>, readonly string[]]> = {
    'a changed entry': [
      async () => {
        const { entry = '' } = requireVisible(await rows('logEntries').findOne({ _id: source(7) }));
        const changed = entry.replace('"type":"key"', '"type":"criteria"');
        await rows('logEntries').updateOne({ _id: source(7) }, { $set: { entry: changed } });
      },
      ['changedEntry'],
    ],
    'a hidden entry': [() => rows('logEntries').deleteOne({ _id: source(7) }), ['hiddenEntry']],
    'a split view': [
      async () => {
        // The same key, as many entries, and another past.
        for (const name of collections) await rows(name).deleteMany({});
        const count = last;
        last = 0;
        await enter(1, 'cd');
        // And five in the place of those of the status lists, and of what the label's files were before.
        await enter(count + 4);
      },
      ['splitView', 'bundleDiffers'],
    ],
    'a replayed head': [
      async () => {
        const { checkpoint } = requireVisible(await rows('logHeads').findOne({}));
        await enter(1);
        expect((await audit()).code).to.equal(0);
        await rows('logHeads').updateOne({}, { $set: { checkpoint: checkpoint ?? {} } });
      },
      ['olderHead'],
    ],
  };
  for (const [title, [spoil, expected]] of Object.entries(cases))
    it(`finds ${title}`, async () => {
      const kept = await Promise.all(collections.map((name) => rows(name).find({}).toArray()));
      const before = last;
      await spoil();
      const { code, verdict, found } = await audit();
      expect({ code, verdict, found }).to.deep.equal({ code: 1, verdict: 'broken', found: expected });
      for (const [i, name] of collections.entries()) {
        await rows(name).deleteMany({});
        await rows(name).insertMany(kept[i] ?? []);
      }
      last = before;
    });

  const lists = 'status/revocation-1';
  const old = () => requireVisible(kept.get(lists));
  const kept = new Map<string, string>();
  /** What whoever serves the site, or stands before it, shows beside an honest log, and what is found. */
  const shownCases: Record<
    string,
    readonly [path: string, spoil: (text: string) => string, found: (typeof besideFindings)[number]]
  > = {
    'an old status list with its genuine signature': [lists, () => old(), 'statusListDiffers'],
    'another token status list': ['wallet/status/1', (text) => `${text.slice(0, -2)}AA`, 'statusListDiffers'],
    'no status list': ['status/suspension-1', () => '', 'statusListDiffers'],
    'a key of credentials that was never entered': [
      '.well-known/did.json',
      (text) => text.replace(/z6Mk\w/, 'z6Mkx'),
      'keysDiffer',
    ],
    'a key of credentials under another name': [
      '.well-known/did.json',
      (text) => text.replaceAll(/#key-[\w-]+/g, '#key-2020-1'),
      'keysDiffer',
    ],
    'no keys at all': ['.well-known/did.json', () => '{}', 'keysDiffer'],
    'criteria of another wording': [
      'criteria/1.1.0/rules',
      (text) => text.replace('weight: 1', 'weight: 2'),
      'criteriaDiffer',
    ],
    'another root of trust': [
      'api/v1/trust-root',
      (text) => text.replace(/"expires":"2/, '"expires":"3'),
      'rootDiffers',
    ],
    'another root of trust in the bundle': [
      'api/v1/trust-bundle',
      (text) => text.replace(/"expires":"2/, '"expires":"3'),
      'bundleDiffers',
    ],
    'an old status list in the bundle': [
      'api/v1/trust-bundle',
      (text) => changeHead(text, (head) => ({ ...head, statusLists: [old()] })),
      'bundleDiffers',
    ],
    'a suspended label in the bundle': [
      'api/v1/trust-bundle',
      (text) => text.replace('"state":"active","standing"', '"state":"suspended","standing"'),
      'bundleDiffers',
    ],
    'another file of a label in the bundle': [
      'api/v1/trust-bundle',
      (text) => text.replace(digestOf('b'), digestOf('c')),
      'filesDiffer',
    ],
    'an older file of a label in the bundle, without the newest': [
      'api/v1/trust-bundle',
      (text) => text.replace(/,\{"revision":1,"digest":"b+"\}/, ''),
      'filesDiffer',
    ],
    'a file of an earlier revision in the bundle': [
      'api/v1/trust-bundle',
      (text) =>
        text.replace(`"revision":1,"digest":"${digestOf('a')}`, `"revision":2,"digest":"${digestOf('a')}`),
      'filesDiffer',
    ],
    'a file of a label that the log knows none of, in the bundle': [
      'api/v1/trust-bundle',
      (text) => text.replace('"files":[]', `"files":[{"revision":1,"digest":"${digestOf('c')}"}]`),
      'filesDiffer',
    ],
    'another name of a holder in the bundle': [
      'api/v1/trust-bundle',
      (text) => text.replace(/"organisation":"[^"]+"/, '"organisation":"Faux SA"'),
      'bundleDiffers',
    ],
  };
  for (const [title, [path, spoil, name]] of Object.entries(shownCases))
    it(`finds ${title} beside a log that holds`, async () => {
      if (!kept.has(lists)) {
        // What was published and taken back by the cases above is no beginning of what follows.
        state = join(await testFolder(), 'state.json');
        kept.set(lists, requireVisible(await web.deps.store.statusList('revocation', 1)).credential);
        await publishStatusLists(web.deps, 1);
        await growLog(web.deps);
      }
      expect((await audit()).found).to.deep.equal([]);
      spoilt.set(`/${path}`, spoil);
      const { code, verdict, found } = await audit();
      spoilt.clear();
      expect({ code, verdict, found }).to.deep.equal({ code: 3, verdict: 'differs', found: [name] });
    });

  it('finds a status list that has ended, and a version of one that was never entered', async () => {
    const list = requireVisible(await web.deps.store.statusList('suspension', 1));
    const ended = JSON.stringify({ ...JSON.parse(list.credential), validUntil: '2026-11-01T00:00:00Z' });
    await web.deps.store.saveStatusList({ ...list, version: list.version + 1, credential: ended });
    await growLog(web.deps);
    expect((await audit()).found).to.deep.equal(['statusListOld']);
    await rows('statusLists').updateOne({ _id: 'suspension-1' }, { $inc: { version: 5 } });
    await publishStatusLists(web.deps, 1);
    await growLog(web.deps);
    expect((await audit()).found).to.deep.equal(['statusListSkipped']);
  });

  it('has a case for everything that is held to the log beside it', () => {
    const found = Object.values(shownCases).map(([, , name]) => name);
    expect([...new Set([...found, 'statusListOld', 'statusListSkipped'])].sort()).to.deep.equal(
      [...besideFindings].sort(),
    );
  });
});

function changeHead(bundle: string, change: (head: Record<string, unknown>) => object): string {
  const [head = '', ...lines] = bundle.split('\n');
  return [JSON.stringify(change(JSON.parse(head))), ...lines].join('\n');
}
