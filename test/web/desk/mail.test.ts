import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { viewLetter } from '../../../src/commands/desk/mail/viewLetter.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { createLetterDesk } from '../../../src/mailing/createLetterDesk.ts';
import { logLetters } from '../../../src/mailing/logLetters.ts';
import { createMailLog } from '../../../src/storage/letters/createMailLog.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { runNext } from '../../../src/workers/relay.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { profiled } from '../../support/run/profiled.ts';
import { letterPaper } from '../../support/run/service.ts';
import { shown } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the mail log of the office', () => {
  let web: WebWithCast;
  let barred: Person;
  /** A file whose organisation one officer is tied to, and one of another organisation. */
  let file: string;
  let other: string;
  before(async () => {
    web = await webWithCast('mail-log-pages');
    const { deps } = web;
    file = await web.submittedFile();
    other = await web.submittedFile();
    barred = await web.person('barred', 'officer');
    const { organisationId } = (await currentApplication(deps, file)).context;
    await declareTie(deps, barred, {
      ...{ kind: 'kin', share: null, since: '2026-01-01', note: '' },
      personId: barred.id,
      organisationId,
    });
    const { clock, ids } = deps;
    const mailer = logLetters(deps.mailer, { log: createMailLog(web.connection), clock, ids });
    const log = { error: () => {}, warn: () => {} };
    while (await runNext({ deps: { ...deps, mailer }, jobs: web.jobs, handlers, worker: 'test', log }));
  });
  after(() => web.stop());

  const pageFor = async (person: Person, path: string) => {
    const answer = await (await web.browserOf(person)).get(path);
    return { status: answer.status, text: answer.text, page: parse(answer.text) };
  };
  const lines = async (person: Person, path: string) =>
    (await pageFor(person, path)).page.querySelectorAll('.journal__line').map((line) => line.textContent);
  const counted = async (person: Person, path: string) =>
    (await pageFor(person, path)).page
      .querySelectorAll('.mail__counts dd')
      .map((count) => Number(count.textContent))
      .reduce((sum, count) => sum + count, 0);
  const letterOf = async (about: string) =>
    requireVisible(
      await web.connection.collection<{ _id: string }>('sentLetters').findOne({ applicationId: about }),
    )._id;
  const hrefOf = async (about: string) => `/fr/mail/letters/${encodeURIComponent(await letterOf(about))}`;

  it('finds letters by file, person, occasion, state and day, and none by what names nothing', async () => {
    const { officer } = web.cast;
    expect(await lines(officer, '/fr/mail')).to.have.length(2);
    for (const asked of [
      `file=${file}`,
      'person=owner-1%40specimen.example',
      `person=${requireVisible(await web.deps.store.personByEmail('owner-1@specimen.example')).id}`,
      `file=${file}&fact=application.submitted&state=sent`,
      `day=2026-11-02&file=${file}`,
    ]) {
      const [only, ...rest] = await lines(officer, `/fr/mail?${asked}`);
      expect(only, asked).to.include('owner-1@specimen.example').and.to.include('Parti');
      expect(rest, asked).to.deep.equal([]);
      expect(await counted(officer, `/fr/mail?${asked}`), asked).to.equal(1);
    }
    for (const asked of [
      'state=bounced',
      'day=2026-11-03',
      'fact=%24regex',
      'file=%27%24ne',
      'person=%7B%24gt',
      `file=${'A'.repeat(10_000)}`,
      'before=2026-01-01T00%3A00%3A00.000Z~A',
    ])
      expect(await lines(officer, `/fr/mail?${asked}`), asked).to.deep.equal([]);
    // What is no day and no place is not asked for.
    expect(await lines(officer, '/fr/mail?day=2026-99-99&before=nowhere')).to.have.length(2);
  });

  it('is answered from indexes, at a cost that does not grow with the log, for an officer with a view as well', async () => {
    const asked = [
      '',
      `?file=${file}`,
      `?person=${web.cast.officer.id}`,
      '?person=owner',
      '?person=a%40b.example',
      '?state=sent',
      '?state=bounced&day=2026-11-02',
      '?fact=label.issued',
      '?fact=label.issued&state=refused',
    ];
    const rows = web.connection.collection('sentLetters');
    const { _id, ...letter } = requireVisible(await rows.findOne({ applicationId: other }));
    const ids = Array.from({ length: 4000 }, (_, i) => `many-${i}` as unknown as typeof _id);
    const many = {
      ...letter,
      fact: 'label.issued',
      applicationId: 'A-2026-900000',
      personId: 'P',
      to: 'p@q.r',
    };
    await rows.insertMany(ids.map((id) => ({ ...many, _id: id, ref: `${id}` })));
    const questions = await profiled(web.connection, async () => {
      for (const person of [web.cast.officer, barred])
        for (const query of asked) expect((await pageFor(person, `/fr/mail${query}`)).status).to.equal(200);
    });
    await rows.deleteMany({ _id: { $in: ids } });
    const plans = questions.filter(({ planSummary }) => planSummary !== undefined);
    expect(plans.length).to.be.greaterThan(asked.length);
    expect(plans.filter(({ planSummary }) => planSummary?.includes('COLLSCAN'))).to.deep.equal([]);
    // No further than letters are counted.
    const long = plans.filter(({ keysExamined = 0, docsExamined = 0 }) => keysExamined + docsExamined > 2100);
    expect(long.map(({ command }) => JSON.stringify(command).slice(0, 200))).to.deep.equal([]);
  });

  it('is exported as it is seen', async () => {
    const query = `?file=${file}&state=sent`;
    const { page } = await pageFor(web.cast.officer, `/fr/mail${query}`);
    const href = page.querySelector('a[href*="list.csv"]')?.getAttribute('href') ?? '';
    expect(href).to.include(file).and.to.include('state=sent');
    const [head, only, ...rest] = (await pageFor(web.cast.officer, href)).text.trim().split('\r\n');
    expect(head).to.include('Quand;Quoi;Personne;Adresse e-mail;Demande');
    expect(only).to.include(`owner-1@specimen.example;${file};Parti`);
    expect(rest).to.deep.equal([]);
    const all = (await pageFor(barred, '/fr/mail/list.csv')).text;
    expect(all).to.include(other).and.to.not.include(file);
    expect((await pageFor(await web.person('no-office'), href)).status).to.equal(403);
  });

  it('shows a letter as it reads today, without a proof of who reads it, and sends it again with a line in the journal', async () => {
    const { officer } = web.cast;
    const href = await hrefOf(file);
    const shown = await pageFor(officer, href);
    expect(shown.text).to.include(file).and.to.include('Accepté par le serveur de messagerie');
    const html = await (await web.browserOf(officer)).get(`${href}/html`);
    expect(html.headers['content-security-policy']).to.match(/^sandbox/);
    expect(html.text).to.include('<h1');
    const before = web.letters.length;
    const answer = await (await web.browserOf(officer)).post(`${href}/resend`, {}, href);
    expect(answer.status).to.equal(303);
    expect(web.letters.slice(before).map(({ kind, to }) => `${kind} ${to}`)).to.deep.equal([
      'applicationSubmitted owner-1@specimen.example',
    ]);
    expect((await pageFor(officer, href)).text).to.include('Renvoyé par');
    const records = web.connection.collection('records');
    const noted = await records.findOne({ facts: 'letter.resent' });
    expect(noted?.data).to.deep.include({ about: `applications/${file}` });
  });

  it('apologises for no lateness of a letter that went in time, however late it is read', async () => {
    const { clock } = web.deps;
    const id = await letterOf(file);
    const { cause, kind } = requireVisible(await web.deps.store.loggedLetter(id));
    const later = { now: () => new Date(clock.now().getTime() + 3 * 86_400_000) };
    const { mailer, publicUrl } = web.deps;
    const desk = createLetterDesk({
      deps: { ...web.deps, clock: later },
      mailer,
      paper: async () => letterPaper(publicUrl),
    });
    const [now] = await desk.preview(kind, requireVisible(cause));
    const apology = shown.i18n.fr.t('letters.late', {
      day: shown.i18n.fr.date(clock.now().toISOString().slice(0, 10)),
    });
    expect(now?.text, 'were it to go only now').to.include(apology);
    const page = await viewLetter({ store: web.deps.store, letterDesk: desk }, web.cast.officer, id);
    expect(page.written?.text).to.be.a('string').and.not.include(apology);
  });

  it('leads from a letter that waits to the job that nobody tries any more', async () => {
    const href = await hrefOf(file);
    const rows = web.connection.collection<{ _id: string; jobId: string }>('sentLetters');
    const { _id, jobId } = requireVisible(await rows.findOne({ applicationId: file }));
    const move = async (state: string, jobState: string) => {
      await rows.updateOne({ _id }, { $set: { state } });
      await web.connection
        .collection<{ _id: string }>('jobs')
        .updateOne({ _id: jobId }, { $set: { state: jobState } });
      return (await pageFor(web.cast.officer, href)).text;
    };
    const way = `/fr/health/jobs/${encodeURIComponent(jobId)}`;
    expect(await move('queued', 'waiting')).to.not.include(way);
    expect(await move('queued', 'parked')).to.include(way);
    // Given up, it is sent by hand.
    expect(await move('queued', 'dropped'))
      .to.include('est abandonnée')
      .and.include('/resend')
      .and.not.include(way);
    expect(await move('sent', 'done')).to.not.include(way);
  });

  it('keeps what is for one reader alone from everybody else', async () => {
    const rows = web.connection.collection('sentLetters');
    const { _id, ...letter } = requireVisible(await rows.findOne({ applicationId: other }));
    const own = { fact: 'person.digestDue', stream: `people/${web.cast.officer.id}`, organisationId: null };
    const row = { ...letter, ...own, applicationId: null };
    const ids = ['D1', 'D2'] as readonly unknown[];
    await rows.insertMany([
      { ...row, _id: ids[0] as typeof _id, ref: 'd1', kind: 'workDigest' },
      { ...row, _id: ids[1] as typeof _id, ref: 'd2', kind: 'signInCode', jobId: null, fact: null },
    ]);
    for (const id of ['D1', 'D2']) {
      const { text } = await pageFor(web.cast.officer, `/fr/mail/letters/${id}`);
      expect(text).to.include('Seule la personne à qui il est adressé peut lire cet e-mail.');
      expect(text).to.not.include('/resend');
      expect((await pageFor(web.cast.officer, `/fr/mail/letters/${id}/html`)).status).to.equal(404);
    }
    await rows.deleteMany({ ref: { $in: ['d1', 'd2'] } });
  });

  it('says beside the person, their file and in their account that letters come back, until one goes again', async () => {
    const { officer } = web.cast;
    const owner = requireVisible(await web.deps.store.personByEmail('owner-1@specimen.example'));
    const administrator = await web.person('looks-after-people', 'administrator');
    const event = { what: 'refused', status: '5.1.1', by: null, at: '2026-11-03T08:00:00.000Z' } as const;
    await createMailLog(web.connection).note(await letterOf(file), event);
    const places = [
      [officer, `/fr/files/${file}`, 'reviennent depuis le'],
      [officer, `/fr/mail/letters/${encodeURIComponent(await letterOf(file))}`, 'reviennent depuis le'],
      [administrator, `/fr/people/${owner.id}`, 'reviennent depuis le'],
      [owner, '/fr/account', 'Nos e-mails ne vous parviennent pas'],
    ] as const;
    for (const [person, path, words] of places) {
      const { text } = await pageFor(person, path);
      expect(text, path).to.include(words).and.to.include('cette adresse n’existe pas (code 5.1.1)');
    }
    expect((await pageFor(officer, `/fr/files/${other}`)).text).to.not.include('reviennent');
    const told = `${owner.name} · ${file}`;
    expect((await pageFor(officer, '/fr/day')).text)
      .to.include('E-mail qui n’arrive pas')
      .and.include(told);
    expect((await pageFor(barred, '/fr/day')).text).to.not.include('E-mail qui n’arrive pas');
    const href = await hrefOf(file);
    web.setClock('2026-11-03T09:00:00.000Z');
    await (await web.browserOf(officer)).post(`${href}/resend`, {}, href);
    for (const [person, path, words] of places)
      expect((await pageFor(person, path)).text, path).to.not.include(words);
    expect((await pageFor(officer, '/fr/day')).text).to.not.include('E-mail qui n’arrive pas');
  });

  it('tells a barred officer nothing of letters about what they are barred from', async () => {
    const href = await hrefOf(file);
    for (const path of ['/fr/mail', '/fr/mail?state=sent', '/fr/mail?fact=application.submitted']) {
      expect((await lines(barred, path)).join(), path)
        .to.include('owner-2')
        .and.to.not.include('owner-1');
      expect(await counted(barred, path), path).to.equal(1);
    }
    for (const path of [`/fr/mail?file=${file}`, '/fr/mail?person=owner-1%40specimen.example']) {
      expect(await lines(barred, path), path).to.deep.equal([]);
      expect(await counted(barred, path), path).to.equal(0);
    }
    for (const path of [href, `/fr/mail/letters/${encodeURIComponent(await letterOf(file))}/html`])
      expect((await pageFor(barred, path)).status, path).to.equal(404);
    const before = web.letters.length;
    const answer = await (await web.browserOf(barred)).post(`${href}/resend`, {}, '/fr/mail');
    expect([answer.status, web.letters.length]).to.deep.equal([404, before]);
    const { person } = { person: await web.person('nobody') };
    expect((await pageFor(person, '/fr/mail')).status).to.equal(403);
  });
});
