import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { openHealth } from '../../../src/boot/openHealth.ts';
import { healthLines } from '../../../src/commands/desk/digest/healthLines.ts';
import { viewHealth } from '../../../src/commands/desk/health/viewHealth.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { HealthReadings } from '../../../src/commands/ports/healthPorts.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { createReadings } from '../../../src/storage/database/createReadings.ts';
import { healthView } from '../../../src/web/desk/health.view.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const french = createI18n().fr;

describe('how the service stands', () => {
  let web: WebWithCast;
  let administrator: Person;
  let barred: Person;
  let file: string;
  before(async () => {
    web = await webWithCast('health');
    file = await web.submittedFile();
    await web.submittedFile();
    administrator = await web.person('looks-after', 'administrator');
    barred = await web.person('barred', 'officer');
    const { organisationId } = (await currentApplication(web.deps, file)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, barred, { ...tie, personId: barred.id, organisationId });
  });
  after(() => web.stop());

  const jobs = () => web.connection.collection('jobs');
  /** Stops every letter of the deposits. */
  const park = () =>
    jobs().updateMany(
      { handler: 'mail:applicationSubmitted' },
      { $set: { state: 'parked', error: 'mailRefused', attempts: 8 } },
    );
  const pageFor = async (person: Person, path: string) => {
    const answer = await (await web.browserOf(person)).get(path);
    return { status: answer.status, text: answer.text, page: parse(answer.text) };
  };
  const hrefsFor = async (person: Person) =>
    (await pageFor(person, '/fr/health')).page
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => href.includes('/health/jobs/'));
  const post = async (person: Person, path: string, fields = {}, page = path) =>
    (await web.browserOf(person)).post(path, fields, page);
  const ofFile = () =>
    jobs().findOne({ handler: 'mail:applicationSubmitted', stream: `applications/${file}` });

  it('is shown to officers and administrators, with stopped jobs as far as they may see them', async () => {
    await park();
    for (const person of [web.cast.officer, administrator]) {
      expect(await hrefsFor(person)).to.have.length(2);
      const { text } = await pageFor(person, '/fr/health');
      expect(text).to.include('2 tâches arrêtées').and.to.include(`Demande ${file}`);
      expect(text).to.include('Le serveur de messagerie a refusé l’e-mail.');
    }
    const [only, ...rest] = await hrefsFor(barred);
    expect(rest).to.deep.equal([]);
    const hidden = `/fr/health/jobs/${encodeURIComponent(String((await ofFile())?._id))}`;
    expect(only).to.not.equal(hidden);
    const { text } = await pageFor(barred, '/fr/health');
    expect(text).to.include('Une tâche arrêtée').and.to.not.include(file);
    expect((await pageFor(barred, hidden)).status).to.equal(404);
    for (const act of ['retry', 'drop'])
      expect((await post(barred, `${hidden}/${act}`, {}, '/fr/health')).status, act).to.equal(404);
    expect((await pageFor(web.cast.reviewers[0], '/fr/health')).status).to.equal(403);
    const readingsFor = async (person: Person) => {
      const { status, text: json } = await pageFor(person, '/fr/health/readings.json');
      return status === 200 ? { ...JSON.parse(json), json } : status;
    };
    const { light, lines, turns, parked } = await readingsFor(administrator);
    expect([light, lines[0].what, parked.jobs.length]).to.deep.equal(['now', 'parked', 2]);
    expect(turns.map(({ name }: { name: string }) => name)).to.include('bulkActs');
    const theirs = await readingsFor(barred);
    expect(theirs.parked.jobs).to.have.length(1);
    expect(theirs.json).to.not.include(file);
    expect(await readingsFor(web.cast.reviewers[0])).to.equal(403);
    expect((await healthLines(web.deps)).map(({ what, about }) => `${what} ${about}`)).to.deep.equal([
      'health.names.parked 2',
    ]);
  });

  it('lets a stopped job be tried again, and be dropped with a note, each a line in the journal that its view hides', async () => {
    await park();
    const { officer } = web.cast;
    const href = `/fr/health/jobs/${encodeURIComponent(String((await ofFile())?._id))}`;
    const refused = await post(officer, `${href}/drop`, { note: 'non' }, href);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('>non</textarea>').and.to.include('Pourquoi – ');
    expect(refused.text).to.include(`href="/fr/files/${file}"`);
    expect(
      (await post(officer, `${href}/drop`, { note: 'La personne a été appelée.' }, href)).status,
    ).to.equal(303);
    expect(await ofFile()).to.include({ state: 'dropped' });
    expect((await pageFor(officer, href)).status).to.equal(404);
    await park();
    expect((await post(officer, `${href}/retry`, {}, href)).status).to.equal(303);
    expect(await ofFile()).to.include({ state: 'waiting', attempts: 0 });
    for (const fact of ['job.dropped', 'job.retried']) {
      const line = await web.connection.collection('records').findOne({ facts: fact });
      expect(line?.data, fact).to.include({ about: `applications/${file}`, error: 'mailRefused' });
      const stream = String(line?.stream);
      const shown = async (person: Person) =>
        (await pageFor(person, `/fr/journal?fact=${fact}`)).text.includes(stream.split('/')[1] ?? '');
      expect(await shown(administrator), fact).to.equal(true);
      const tied = await web.person(`tied-${fact.slice(4)}`, 'administrator');
      const { organisationId } = (await currentApplication(web.deps, file)).context;
      const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
      await declareTie(web.deps, tied, { ...tie, personId: tied.id, organisationId });
      expect(await shown(tied), fact).to.equal(false);
    }
  });

  it('says how old the last backup is, what to do, and in the morning that one is missing', async () => {
    const { deps } = web;
    const now = deps.clock.now().getTime();
    const hour = 3_600_000;
    const cases: [string, { hours: number; encrypted?: boolean } | null, boolean, string, string][] = [
      ['a trial without any', null, true, 'none', 'bientôt Aucune n’a été faite'],
      ['none', null, false, 'none', 'made-in-ess backup'],
      ['one of now', { hours: 0.2 }, false, 'good', 'Il y a moins d’une heure'],
      ['one of the night', { hours: 9 }, false, 'good', 'Il y a 9 heures'],
      ['one that is readable', { hours: 9, encrypted: false }, false, 'wrong', '--recipient'],
      ['one of the night before', { hours: 37 }, false, 'soon', 'Il y a 37 heures'],
      ['one of last month', { hours: 24 * 30 }, false, 'now', 'Il y a 30 jours'],
      ['an old one of a trial', { hours: 24 * 30 }, true, 'soon', 'bientôt Il y a 30 jours'],
      ['a readable one of a trial', { hours: 9, encrypted: false }, true, 'good', 'en ordre'],
    ];
    const health = openHealth(
      { bounces: null, mail: null },
      { readings: createReadings(web.connection) },
      null,
    );
    for (const [what, made, specimen, state, text] of cases) {
      const at = new Date(now - (made?.hours ?? 0) * hour).toISOString();
      const last = made && { at, encrypted: made.encrypted ?? true };
      const store = { ...deps.store, lastBackup: async () => last };
      const seen = { ...deps, specimen, health, store };
      const page = await viewHealth(seen, administrator);
      const line = healthView(page, french).lines.find((one) => one.what === 'backup');
      expect(page.lines.find((one) => one.what === 'backup')?.state, what).to.equal(state);
      expect(`${line?.pill.text} ${line?.text} ${line?.todo}`, what).to.include(text);
      const told = (await healthLines(seen)).filter((one) => one.what === 'health.names.backup');
      expect(told.length, what).to.equal(specimen || line?.pill.text === 'en ordre' ? 0 : 1);
    }
  });

  it('says what to do: first what is urgent, and what cannot be asked', async () => {
    await jobs().updateMany({ state: 'parked' }, { $set: { state: 'done' } });
    const now = web.deps.clock.now();
    const down = () => Promise.reject(new Error('down'));
    const gone: HealthReadings = {
      ...{ queue: down, turns: down, database: down, scanner: down },
      ...{ takesReports: false, sendsMail: true },
    };
    const lightsOf = async (health: HealthReadings, also: object = {}) => {
      const { lines } = await viewHealth({ ...web.deps, ...also, health }, administrator);
      return Object.fromEntries(lines.map(({ what, state }) => [what, state]));
    };
    expect(await lightsOf(gone)).to.include({
      ...{ workers: 'unknown', clock: 'unknown', database: 'unknown', disk: 'unknown', scanner: 'unknown' },
    });
    const hourAgo = new Date(now.getTime() - 2 * 3_600_000);
    const turn = { name: 'deadlines', next: now.toISOString() };
    const members = { all: 3, healthy: 2, hasPrimary: true, lagMs: 0 };
    const database = { migrations: 1, sessions: 0, clockAheadMs: 0, dataBytes: 1, members };
    expect(
      await lightsOf({
        ...gone,
        queue: async () => ({ waiting: 3, parked: 0, oldest: hourAgo }),
        turns: async () => [{ ...turn, last: '2026-01-01T00:00:00.000Z', due: hourAgo.toISOString() }],
        database: async () => ({ ...database, disk: { usedBytes: 90, totalBytes: 100 } }),
        scanner: async () => false,
      }),
    ).to.include({
      workers: 'now',
      clock: 'now',
      database: 'now',
      disk: 'soon',
      scanner: 'now',
      parked: 'good',
    });
    // The seal of a trial holds for years: the clock goes on until it is nearly over, and over.
    const late = { clock: { now: () => new Date('2099-01-01T00:00:00.000Z') } };
    expect(await lightsOf(gone, late)).to.include({ seal: 'now' });
    const lost = { issuing: { ...web.deps.issuing, keyFolder: down } };
    expect(await lightsOf(gone, lost)).to.include({ seal: 'unknown', keys: 'unknown' });
    const { lines } = await viewHealth({ ...web.deps, health: gone }, administrator);
    expect(lines[0]?.light).to.equal('now');
  });
});
