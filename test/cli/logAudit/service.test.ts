import { join } from 'node:path';
import { expect } from 'chai';
import { auditOf } from '../../../src/cli/logAudit.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { growLog } from '../../../src/commands/transparency/growLog.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { testFolder } from '../../support/run/folders.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { answering } from '../../support/transparency/answering.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const { en } = createI18n();
const collections = ['logHeads', 'logEntries', 'logTiles'] as const;
interface Row {
  readonly _id: string;
  readonly entry?: string;
  readonly checkpoint?: object;
}

describe('made-in-ess log audit, of the service itself', () => {
  let web: TestWeb;
  let server: Awaited<ReturnType<typeof answering>>;
  let state: string;
  before(async () => {
    web = await testWeb('log-audit-of-service');
    server = await answering(web.server);
    for (let n = 1; n <= 3; n += 1) await web.publish({ ...specimenEntry, number: labelNumber(26, n) });
    await enter(300);
    state = join(await testFolder(), 'state.json');
  });
  after(async () => {
    await server.close();
    await web.stop();
  });

  const rows = (name: (typeof collections)[number]) => web.connection.collection<Row>(name);
  const source = (n: number) => `audit/${String(n).padStart(3, '0')}`;
  let last = 0;
  /** Lets the log grow by so many entries, the last of which says something of its own. */
  async function enter(count: number, said = 'ab'): Promise<void> {
    for (const end = last + count; last < end; last += 1)
      await web.deps.store.enterInLog({
        source: source(last),
        type: 'criteria',
        time: '2026-11-03T08:00:00.000Z',
        statement: { version: String(last), digest: said },
      });
    await growLog(web.deps);
  }
  const audit = async () => {
    const { code, lines } = await auditOf(server.address, { state, json: true }, en, async () => {});
    const { verdict, findings, head, labels } = JSON.parse(lines.join('\n'));
    return {
      code,
      verdict,
      found: findings.map(({ name }: { name: string }) => name),
      size: head?.size,
      labels,
    };
  };

  it('finds nothing in what it says, with the register beside it', async () => {
    const criteria = [...web.deps.schemes.values()].filter(({ scheme }) => scheme.status !== 'draft').length;
    for (const size of [criteria + 303, criteria + 304]) {
      expect(await audit()).to.deep.equal({ code: 0, verdict: 'holds', found: [], size, labels: 3 });
      await enter(1);
    }
  });

  /** What whoever keeps the database, and the key of the log, does to what was published, and what is found. */
  const cases: Record<string, readonly [() => Promise<unknown>, readonly string[]]> = {
    'a changed entry': [
      async () => {
        const { entry = '' } = requireVisible(await rows('logEntries').findOne({ _id: source(7) }));
        const changed = entry.replace('"type":"criteria"', '"type":"key"');
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
        await enter(count - 1);
      },
      ['splitView'],
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
});
