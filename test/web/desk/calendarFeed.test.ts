import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect } from 'chai';
import ICAL from 'ical.js';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { changePlan, planSession } from '../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { type Person, type StaffRole, staffRoles } from '../../../src/commands/items/items.ts';
import { makeCalendarFeed } from '../../../src/commands/people/accounts/calendarFeed.ts';
import { removePerson } from '../../../src/commands/people/accounts/removePerson.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { exportPerson } from '../../../src/commands/privacy/views/exportPerson.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { dayOf } from '../../../src/register/day.ts';
import { createLimits } from '../../../src/storage/database/createLimits.ts';
import { createApp } from '../../../src/web/app.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { sessionVersion } from '../../support/committeeSession.ts';
import { insertLabel } from '../../support/insertLabel.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { closed, openBrowser, shown } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;

/** What each role has dates of, by the first word of its page: a session that is planned, and a file that waits for its applicant. */
const ofRole: Readonly<Record<StaffRole, readonly string[]>> = {
  reviewer: [],
  officer: ['files', 'sessions'],
  committee: ['sessions'],
  chair: ['sessions'],
  administrator: [],
};

describe('a person’s calendar at its secret address', () => {
  let web: WebWithCast;
  let sessionId: string;
  /** A file that waits for its applicant's answer. */
  let asked: string;
  let organisationId: string;
  let owner: Person;
  let scored: Awaited<ReturnType<WebWithCast['fileInEvaluation']>>;
  before(async () => {
    web = await webWithCast('calendar-feed');
    const { deps, cast } = web;
    scored = await web.fileInEvaluation();
    asked = await web.submittedFile();
    const { revision, context } = await currentApplication(deps, asked);
    organisationId = context.organisationId;
    const items = [{ place: null, question: 'Qui vote à l’assemblée ?' }];
    await requestInformation(deps, cast.officer, { applicationId: asked, revision, items });
    owner = requireVisible((await deps.store.peopleOf(organisationId))[0]);
    const plan = { plannedFor: '2027-03-01T18:00:00.000Z', place: 'Salle des spécimens', agenda: [] };
    sessionId = await planSession(deps, cast.officer, plan);
    const { dueAt } = (await currentApplication(deps, asked)).context;
    // Near enough for the office to have it among what comes.
    web.setClock(new Date(Date.parse(dueAt ?? '') - 3 * 86_400_000).toISOString());
  });
  after(() => web.stop());

  const stored = async ({ id }: Person) => requireVisible(await web.deps.store.person(id));
  const addressOf = async (person: Person) =>
    `/calendar/${await makeCalendarFeed(web.deps, { ...(await stored(person)), request: 'test' })}.ics`;
  const read = async (address: string) => {
    const answer = await (await web.browser()).get(address);
    expect(answer.status, answer.text).to.equal(200);
    const calendar = new ICAL.Component(ICAL.parse(answer.text));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    return { answer, calendar, events, text: answer.text };
  };
  const pagesIn = async (address: string) => {
    const { events, text } = await read(address);
    return { pages: events.map(({ uid }) => /^\w+/.exec(uid)?.[0] ?? '').sort(), text };
  };
  const pages = async (person: Person) => (await pagesIn(await addressOf(person))).pages;
  const tied = async (person: Person) => {
    await declareTie(web.deps, person, { ...tie, personId: person.id, organisationId });
    return person;
  };
  const belonging = async (label: string, role: 'owner' | 'editor' | 'reader', ...roles: StaffRole[]) =>
    updatePerson(web.deps, await web.person(label, ...roles), { memberships: [{ organisationId, role }] });

  it('shows each role, and each two of them, what their own pages would', async () => {
    const sets = staffRoles.flatMap((one, at) => [
      [one],
      ...staffRoles.slice(at + 1).map((two) => [one, two]),
    ]);
    expect(sets).to.have.length(15);
    const found: Record<string, readonly string[]> = {};
    const expected: Record<string, readonly string[]> = {};
    for (const roles of sets) {
      const name = roles.join(' and ');
      found[name] = await pages(await web.person(`holds-${roles.join('-')}`, ...roles));
      expected[name] = [...new Set(roles.flatMap((role) => ofRole[role]))].sort();
    }
    expect(found).to.deep.equal(expected);
  });

  it('shows nobody a file that they are barred from, and each what is theirs', async () => {
    const { deps, connection } = web;
    const recused = await web.person('recused', 'officer', 'committee');
    const word = { personId: recused.id, applicationId: asked, choice: null, reason: 'Un lien.' };
    const kept = { 'context.recusals': word, words: word };
    await connection
      .collection<{ _id: string }>('committeeSessions')
      .updateOne({ _id: sessionId }, { $push: kept } as object);
    const people: Readonly<Record<string, readonly [Person, readonly string[]]>> = {
      'reviewer of a file': [scored.reviewers[0], ['review']],
      'reviewer of a file, who serves as well': [
        await updatePerson(deps, scored.reviewers[1], { roles: ['reviewer', 'officer'] }),
        ['files', 'review', 'sessions'],
      ],
      'tied officer': [await tied(await web.person('tied', 'officer')), ['sessions']],
      'tied member': [await tied(await web.person('tied-member', 'committee')), ['sessions']],
      'recused member who serves as well': [recused, ['sessions']],
      owner: [owner, ['applications']],
      reader: [await belonging('reads', 'reader'), ['applications']],
      'officer who belongs there': [
        await belonging('belongs', 'editor', 'officer'),
        ['applications', 'sessions'],
      ],
      stranger: [await web.person('stranger'), []],
    };
    for (const [name, [person, expected]] of Object.entries(people)) {
      const { pages: told, text } = await pagesIn(await addressOf(person));
      expect(told, name).to.deep.equal(expected);
      const mayKnow = ['files', 'applications'].some((page) => expected.includes(page));
      // Long lines are folded.
      expect(text.replaceAll('\r\n ', '').includes(asked), name).to.equal(mayKnow);
    }
  });

  it('shows at once what became of its person: a role, a tie, a membership, the account', async () => {
    const { deps } = web;
    const [serves, leaves, goes, removed] = [
      await web.person('serves', 'officer'),
      await belonging('leaves', 'reader'),
      await web.person('goes'),
      await web.person('removed', 'officer'),
    ];
    const [served, left, gone, ended] = await Promise.all([serves, leaves, goes, removed].map(addressOf));
    const at = async (address = '') => (await pagesIn(address)).pages;
    const status = async (address = '') => (await (await web.browser()).get(address)).status;
    expect(await at(served)).to.deep.equal(['files', 'sessions']);
    await tied(serves);
    expect(await at(served), 'tied').to.deep.equal(['sessions']);
    await updatePerson(deps, serves, { roles: [] });
    expect(await at(served), 'without the role').to.deep.equal([]);
    await updatePerson(deps, serves, { roles: ['officer', 'committee'] });
    expect(await at(served), 'with it again').to.deep.equal(['sessions']);
    expect(await at(left)).to.deep.equal(['applications']);
    await updatePerson(deps, leaves, { memberships: [] });
    expect(await at(left), 'left').to.deep.equal([]);
    expect(await status(gone)).to.equal(200);
    await erasePerson(
      deps,
      { ...(await stored(goes)), request: 'test' },
      { personId: goes.id, typed: goes.email },
    );
    expect(await status(gone), 'erased').to.equal(404);
    expect((await stored(goes)).calendarFeed).to.equal(null);
    const administrator = { ...(await web.person('removes', 'administrator')), request: 'test' };
    const { revision } = await stored(removed);
    await removePerson(deps, administrator, { personId: removed.id, revision });
    expect(await status(ended), 'removed').to.equal(404);
    expect((await stored(removed)).calendarFeed, 'for good').to.equal(null);
  });

  it('shows no role that did not count when it was made, and its page says so', async () => {
    const officer = await web.person('weak', 'officer');
    const secret = await makeCalendarFeed(web.deps, {
      ...(await stored(officer)),
      roles: [],
      request: 'test',
    });
    expect((await pagesIn(`/calendar/${secret}.ics`)).pages).to.deep.equal([]);
    const browser = await web.browser(officer);
    expect((await browser.get('/fr/account/calendar')).text).to.include('ne comptait pas');
    await makeCalendarFeed(web.deps, { ...(await stored(officer)), request: 'test' });
    expect((await browser.get('/fr/account/calendar')).text).to.not.include('ne comptait pas');
  });

  it('is a calendar that other programs read: hours in UTC, deadlines as whole days, each known again', async () => {
    const { deps, cast } = web;
    const address = await addressOf(await web.person('reads-it', 'officer'));
    const before = await read(address);
    const { answer, calendar } = before;
    expect(answer.headers['content-type']).to.equal('text/calendar; charset=utf-8');
    expect(answer.headers).to.include({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    expect(answer.headers['set-cookie']).to.equal(undefined);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).to.equal('Made in ESS');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).to.equal('PT1H');
    web.setClock(new Date(deps.clock.now().getTime() + 60_000).toISOString());
    const statusAgain = async () => {
      const visitor = await web.browser();
      return (await visitor.get(address).set('If-None-Match', String(answer.headers.etag))).status;
    };
    expect(await statusAgain(), 'the same a minute later').to.equal(304);
    const moved = { plannedFor: '2027-03-02T18:00:00.000Z', place: 'Ailleurs', agenda: [] };
    await changePlan(deps, cast.officer, { ...(await sessionVersion(deps, sessionId)), ...moved });
    expect(await statusAgain(), 'changed').to.equal(200);
    const after = await read(address);
    const event = ({ events }: typeof before, page: string) =>
      requireVisible(events.find(({ uid }) => uid.startsWith(page)));
    const session = event(after, 'sessions');
    expect(session.startDate.toJSDate().toISOString()).to.equal('2027-03-02T18:00:00.000Z');
    expect(session.uid).to.equal(event(before, 'sessions').uid);
    expect(session.sequence, 'its day was changed').to.be.greaterThan(event(before, 'sessions').sequence);
    const { dueAt } = (await currentApplication(deps, asked)).context;
    const deadline = event(after, 'files');
    expect([deadline.startDate.isDate, deadline.startDate.toString()]).to.deep.equal([
      true,
      dayOf(dueAt ?? ''),
    ]);
    expect(deadline.sequence).to.be.greaterThan(0);
    expect(after.events.map(({ uid }) => uid).sort()).to.deep.equal(
      before.events.map(({ uid }) => uid).sort(),
    );
  });

  it('is made, renewed and ended on its page, with what the journal says; the secret is kept nowhere', async () => {
    const { deps, connection } = web;
    const person = await web.person('makes-it', 'officer');
    const browser = await web.browser(person);
    const account = await browser.get('/fr/account');
    expect(account.text).to.include('/fr/account/calendar');
    const shownIn = (text: string) =>
      /http:\/\/label\.example(\/calendar\/[\w-]+\.ics)<\/textarea>/.exec(text)?.[1];
    const make = async () => {
      const answer = await browser.post('/fr/account/calendar', {});
      expect([answer.status, answer.headers['cache-control']]).to.deep.equal([200, 'no-store']);
      return requireVisible(shownIn(answer.text) ?? null);
    };
    const status = async (address: string) => (await (await web.browser()).get(address)).status;
    const first = await make();
    expect(first).to.match(/^\/calendar\/[\w-]{43}\.ics$/);
    expect(shownIn((await browser.get('/fr/account/calendar')).text), 'once').to.equal(undefined);
    const second = await make();
    expect([await status(first), await status(second)]).to.deep.equal([404, 200]);
    const data = await exportPerson(deps, { ...(await stored(person)), request: 'test' });
    const told = JSON.stringify(data.parts.find(({ name }) => name === 'person.json'));
    const { secretHash, since } = requireVisible((await stored(person)).calendarFeed ?? null);
    expect(told).to.include(since).and.to.not.include(secretHash);
    const ended = await browser.post('/fr/account/calendar/revoke', {}, '/fr/account/calendar');
    expect(ended.headers.location).to.equal('/fr/account/calendar?saved=1');
    expect((await browser.get('/fr/account/calendar?saved=1')).text).to.include('ne montre plus rien');
    await browser.post('/fr/account/calendar/revoke', {}, '/fr/account/calendar');
    expect(await status(second)).to.equal(404);
    const lines = (await deps.store.records(`people/${person.id}`)).map(({ facts }) => facts.join(' '));
    expect(lines.filter((facts) => facts.includes('calendarFeed'))).to.deep.equal([
      'person.calendarFeedMade',
      'person.calendarFeedRevoked person.calendarFeedMade',
      'person.calendarFeedRevoked',
    ]);
    const secrets = [first, second].map((address) => address.slice('/calendar/'.length, -'.ics'.length));
    for (const collection of await requireVisible(connection.db ?? null).collections()) {
      const all = JSON.stringify(await collection.find({}).toArray());
      for (const secret of secrets) expect(all.includes(secret), collection.collectionName).to.equal(false);
    }
  });

  it('is not found without the secret, as any other page, and is limited for each person', async () => {
    const address = await addressOf(await web.person('limited'));
    const [, secret = ''] = /\/calendar\/(.+)\.ics/.exec(address) ?? [];
    const visitor = await web.browser();
    const page = async (path: string) => {
      const { status, text, headers } = await visitor.get(path);
      return { status, text, cache: headers['cache-control'] };
    };
    const other = secret.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const none = await page('/nothing/here.ics');
    expect(none.status).to.equal(404);
    for (const wrong of [other, secret.toUpperCase(), `${secret}x`, secret.slice(1), '$ne', 'x'.repeat(5000)])
      expect(await page(`/calendar/${encodeURIComponent(wrong)}.ics`), wrong).to.deep.equal(none);
    expect(await page(`/calendar/${secret}`)).to.deep.equal(none);
    const rules = { ...limitRules, calendarReadsOfPerson: { ...limitRules.calendarReadsOfPerson, times: 2 } };
    const limits = createLimits(web.connection, 'a secret of this test', rules);
    const server = createServer(createApp({ ...web.deps, limits }, closed, shown).callback()).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const slow = openBrowser(server, web.deps.publicUrl);
    const statuses = [await slow.get(address), await slow.get(address), await slow.get(address)];
    expect(statuses.map(({ status }) => status)).to.deep.equal([200, 200, 429]);
    server.closeAllConnections();
    server.close();
  });

  it('is in no log with its secret, also where it cannot be read', async () => {
    const person = await web.person('spoilt');
    const address = await addressOf(person);
    const people = web.connection.collection<{ _id: string }>('people');
    await people.updateOne({ _id: person.id }, { $set: { language: 'xx' } });
    web.logged.length = 0;
    expect((await (await web.browser()).get(address)).status).to.equal(500);
    expect(web.logged.map(({ data }) => 'path' in data && data.path)).to.deep.equal(['/calendar/…']);
    expect(JSON.stringify(web.logged)).to.not.include(address.slice('/calendar/'.length, 20));
    await people.updateOne({ _id: person.id }, { $set: { language: 'fr' } });
    web.logged.length = 0;
  });

  it('has the days of a label: from when on it can be renewed, and what its holder has to do', async () => {
    const { owner: holder, organisationId: holding, number } = await insertLabel(web, 'holder');
    const address = await addressOf(holder);
    const days = async () =>
      (await read(address)).events.map(({ summary, startDate, uid }) => [
        summary,
        startDate.toString(),
        uid.split('@')[0],
      ]);
    const about = `${specimen.organisation.name} · ${number}`;
    const page = `organisations-${holding}-labels-${number}-renewal`;
    const opens = [`Premier jour pour renouveler le label · ${about}`, '2028-11-01', `${page}-renewalOpens`];
    expect(await days()).to.deep.equal([opens]);
    web.setClock('2029-03-01T09:00:00.000Z');
    expect((await days()).map(([, day, uid]) => [day, uid])).to.deep.equal([
      opens.slice(1),
      ['2029-04-30', `${page}-renewal`],
    ]);
  });
});
