// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import { readWords } from '../../src/cli/seed/readWords.ts';
import { writeSpecimens } from '../../src/cli/seed/writeSpecimens.ts';
import { seed } from '../../src/cli/seed.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { deskWords } from '../../src/commands/ports/deskTerms.ts';
import type { Entry } from '../../src/register/entry.ts';
import { statusToday } from '../../src/register/publicStatus.ts';
import { connect } from '../../src/storage/database/database.ts';
import { createJournal } from '../../src/storage/privacy/createJournal.ts';
import { createBulk } from '../../src/storage/register/createBulk.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { realScheme } from '../support/samples/realScheme.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { productionSettings, runCli } from '../support/servers/builtCli.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const today = '2026-11-02';

describe('made-in-ess seed', () => {
  let database: TestDatabase;
  const run = (...args: readonly string[]) =>
    runCli({ MONGODB_URI: database.uri, MONGODB_NAME: database.dbName }, 'seed', '--day', today, ...args);
  before(async () => {
    database = await testDatabase('seed');
  });
  after(() => database.drop());

  it('fills the register, reports progress, and adds more on the next run', async () => {
    const { connection } = database;
    const first = run('--labels', '200');
    expect(first.stderr).to.equal('');
    expect(first.status).to.equal(0);
    expect(first.stdout).to.match(/200 of 200 labels\n200 labels written in \d+ s, .* specimen/);
    const entries = connection.collection('entries');
    expect(await entries.countDocuments({ specimen: true })).to.equal(200);

    const second = run('--labels', '20', '--files', '60');
    expect([second.status, second.stdout.includes('60 files written.')]).to.deep.equal([0, true]);
    expect(await entries.countDocuments()).to.equal(220);
    const counters = connection.collection<{ _id: string; n: number }>('counters').find({ _id: /^label-/ });
    const taken = (await counters.toArray()).reduce((sum, { n }) => sum + n, 0);
    expect(taken).to.equal(220);
  });

  it('writes rows of the same shape as issued labels', async () => {
    const { uri, dbName } = database;
    const connection = await connect(uri, dbName);
    try {
      const model = connection.model('entries');
      const rows = await connection.collection('entries').find().toArray();
      expect(rows).to.have.length(220);
      const { number: _, ...row } = specimenEntry;
      for (const seeded of rows) {
        const { successor, conditionDue, extendedUntil, ...fields } = seeded;
        expect(Object.keys(fields)).to.have.members(['_id', ...Object.keys(row), 'change']);
        expect(conditionDue === undefined).to.equal(seeded.standing !== 'conditional');
        expect(extendedUntil === undefined).to.equal(seeded.state !== 'extended');
        expect(successor === undefined).to.equal(seeded.state !== 'superseded');
        expect(new model(seeded).toObject()).to.deep.equal(seeded);
      }
    } finally {
      await connection.close();
    }
  });

  it('adds files that wait on the desk, each found by a word of its answers, and leaves the journal whole', async () => {
    const { connection } = database;
    const rows = connection.collection('deskRows');
    expect(await rows.countDocuments({ kind: 'files' })).to.equal(60);
    expect((await rows.distinct('state')).length).to.be.greaterThan(3);
    // Its day is the same wherever it is measured: what differs is when a file came to its state.
    const moved = await rows.countDocuments({ kind: 'files', $expr: { $gt: ['$since', '$begunAt'] } });
    expect([moved > 20, (await rows.distinct('since')).length > 40]).to.deep.equal([true, true]);
    expect(await rows.countDocuments({ kind: 'files', dueOn: { $lt: today } })).to.be.greaterThan(0);
    const frozen = requireVisible(await connection.collection('snapshots').findOne({}));
    const word = /\p{L}{6,}/u.exec(frozen.content.assessment.answers[0].comment)?.[0] ?? '';
    const found = await rows.countDocuments({ words: { $in: deskWords(word) } });
    expect(found).to.be.greaterThan(0);
    expect((await createJournal(connection).verify()).faults).to.deep.equal([]);
  });

  it('is refused where real labels exist', () => {
    const refused = runCli({ ...productionSettings, MONGODB_URI: database.uri }, 'seed', '--labels', '5');
    expect([refused.status, refused.stdout]).to.deep.equal([1, '']);
    expect(refused.stderr).to.match(/^MODE is production: .* Nothing was written\.\n$/);
  });

  it('refuses an invalid count or day', async () => {
    const refused = await seed({ labels: 'many', seed: '-1', day: '2026-02-30' }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(refused).to.equal('--labels: a whole number\n--seed: a number from 0\n--day: a day as YYYY-MM-DD');
  });
});

describe('a seeded register', () => {
  let web: TestWeb;
  let entries: Entry[];
  before(async () => {
    web = await testWeb('seeded');
    const { scheme } = realScheme();
    const order = { labels: 120, seed: 1, today, scheme, words: readWords() };
    await writeSpecimens(createBulk(web.connection), order, { progress: () => {}, stopped: () => false });
    entries = await web.deps.store.entriesAfter('', 1000);
  });
  after(() => web.stop());

  it('shows each status on its page, and the same to programs', async () => {
    const visitor = await web.browser();
    const samples = new Map(entries.map((entry) => [`${entry.state} ${entry.standing}`, entry]));
    expect(samples.size).to.be.greaterThan(10);
    for (const entry of samples.values()) {
      const { word, valid } = statusToday(entry, today);
      const page = await visitor.get(`/fr/labels/${entry.number}`);
      expect(page.status, entry.number).to.equal(200);
      expect(page.text).to.include(entry.organisation.name).and.include('pill--sun">Spécimen<');
      const { status, body } = await visitor.get(`/api/v1/labels/${entry.number}`);
      expect([status, body.status, body.valid], entry.number).to.deep.equal([200, word, valid]);
    }
  });

  it('adds a whole batch or nothing, and reports a number that is already used', async () => {
    const [used] = entries;
    const fresh = { ...specimenEntry, number: 'MIE-30-00001-X' };
    const added = createBulk(web.connection).addEntries([fresh, used as Entry]);
    const error = await added.then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error?.message).to.match(/used already/);
    expect(await web.deps.store.entry(fresh.number)).to.equal(null);
  });
});
