// Tier: all. Budget: 11 s.
import { spawnSync } from 'node:child_process';
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
import { builtCli } from '../support/servers/builtCli.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const today = '2026-11-02';
function run(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, ...environment };
  const all = [builtCli, 'seed', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('made-in-ess seed', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase('seed');
  });
  after(() => database.drop());

  it('fills the register, reports progress, and adds more on the next run', async () => {
    const { uri, dbName, connection } = database;
    const settings = { MONGODB_URI: uri, MONGODB_NAME: dbName };
    const first = run(settings, '--labels', '500', '--day', today);
    expect(first.stderr).to.equal('');
    expect(first.status).to.equal(0);
    expect(first.stdout).to.match(/500 of 500 labels\n500 labels written in \d+ s, .* specimen/);
    const entries = connection.collection('entries');
    expect(await entries.countDocuments({ specimen: true })).to.equal(500);

    expect(run(settings, '--labels', '20', '--day', today).status).to.equal(0);
    expect(await entries.countDocuments()).to.equal(520);
    const counters = connection.collection<{ _id: string; n: number }>('counters').find({ _id: /^label-/ });
    const taken = (await counters.toArray()).reduce((sum, { n }) => sum + n, 0);
    expect(taken).to.equal(520);
  });

  it('writes rows of the same shape as issued labels', async () => {
    const { uri, dbName } = database;
    const connection = await connect(uri, dbName);
    try {
      const model = connection.model('entries');
      const rows = await connection.collection('entries').find().toArray();
      expect(rows).to.have.length(520);
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
    const { uri, dbName, connection } = database;
    const settings = { MONGODB_URI: uri, MONGODB_NAME: dbName };
    const { status, stdout } = run(settings, '--files', '60', '--day', today);
    expect([status, stdout.includes('60 files written.')]).to.deep.equal([0, true]);
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
    const refused = run(
      {
        MODE: 'production',
        SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa',
        PUBLIC_URL: 'https://label.example',
        SMTP_URL: 'smtp://127.0.0.1:9',
        MAIL_FROM: 'label@label.example',
        MONGODB_URI: database.uri,
      },
      '--labels',
      '5',
    );
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
    const order = { labels: 300, seed: 1, today, scheme, words: readWords() };
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
