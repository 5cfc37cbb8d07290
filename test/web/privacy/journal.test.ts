// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { noteOn } from '../../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { fileComplaint } from '../../../src/commands/complaint/fileComplaint.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../support/applicationSteps.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('the page of the journal', () => {
  let web: TestWeb;
  let administrator: Person;
  let browser: Browser;
  let id: string;
  let owner: Person;
  before(async () => {
    web = await testWeb('journal-page');
    const cast = await castOf(web);
    ({ id, owner } = await filledDraft(web.deps, cast.owner));
    await advanceToEvaluation(web.deps, cast, id, owner);
    administrator = await web.person('administrator', 'administrator');
    browser = await web.browser(administrator);
  });
  after(() => web.stop());

  const page = async (query: string) => {
    const answer = await browser.get(`/fr/journal${query}`);
    expect(answer.status, query).to.equal(200);
    const root = parse(answer.text);
    const texts = (selector: string) =>
      root.querySelectorAll(selector).map((node) => node.textContent.trim());
    return { root, text: root.textContent, what: texts('.journal__what'), lines: texts('.journal__line') };
  };

  it('is for administrators only', async () => {
    expect((await (await web.browser()).get('/fr/journal')).status).to.equal(302);
    for (const person of [owner, await web.person('an-officer', 'officer')]) {
      const other = await web.browser(person);
      expect((await other.get('/fr/journal')).status).to.equal(403);
      expect(
        (await other.post('/fr/journal/verify', { stream: `applications/${id}` }, '/fr/account')).status,
      ).to.equal(403);
    }
  });

  it('pages through every line once, newest first', async () => {
    const count = await web.connection.collection('records').countDocuments();
    let seen = 0;
    for (let query: string | null = '?fact='; query !== null; ) {
      const { lines, root } = await page(query);
      seen += lines.length;
      const next = root.querySelector('a[rel=next]')?.getAttribute('href');
      query = next ? next.replace('/fr/journal', '') : null;
    }
    expect(seen).to.equal(count);
  });

  it('says when, who, what, on what and by which request, in words', async () => {
    const { lines } = await page(`?stream=applications/${id}&fact=application.submitted`);
    expect(lines).to.have.length(1);
    for (const word of ['2 novembre 2026', owner.name, 'Demande envoyée', `Demande ${id}`]) {
      expect(lines[0]).to.include(word);
    }
    const visitor = await web.browser();
    await visitor.post('/fr/sign-in', { email: owner.email });
    await visitor.post('/fr/sign-in/code', { code: codeFor(web.letters, owner.email) });
    const signedIn = await page('?fact=person.signedIn');
    expect(signedIn.lines[0]).to.match(/Requête \S+/);
  });

  it('is filtered by person, by address or id, by chain, fact and day', async () => {
    const own = await page(`?person=${owner.email}`);
    expect(own.lines.length).to.be.greaterThan(5);
    expect(own.lines.every((line) => line.includes(owner.name))).to.equal(true);
    expect((await page(`?person=${owner.id}`)).lines).to.deep.equal(own.lines);
    expect((await page('?day=2026-11-02&fact=application.accepted')).lines).to.have.length(1);
    for (const nothing of [
      '?day=2020-01-01',
      '?person=nobody@specimen.example',
      '?stream=labels/none',
      '?fact=not.there',
    ]) {
      expect((await page(nothing)).lines, nothing).to.deep.equal([]);
    }
  });

  it('returns nothing for an impossible filter', async () => {
    for (const odd of [
      '?person[$ne]=x',
      '?day=2026-99-99',
      '?before=x',
      '?stream=a%00b'.replace('%00', '%20'),
      '?person=%24where',
    ]) {
      expect((await browser.get(`/fr/journal${odd}`)).status, odd).to.equal(200);
    }
  });

  it('stores nothing that was typed into its filters without a match', async () => {
    await page('?person=Dupont&fact=Anna%20Muster&stream=Anna%20Muster');
    const [line] = (await web.deps.store.records('reads/journal')).slice(-1);
    expect(line?.facts).to.deep.equal(['journal.read']);
    expect(JSON.stringify(line)).not.to.match(/Dupont|Anna|Muster/);
  });

  it('journals each reading once, without the address searched for', async () => {
    const before = (await web.deps.store.records('reads/journal')).length;
    await page('?person=private@specimen.example&stream=Jean%20Dupont');
    const lines = await web.deps.store.records('reads/journal');
    expect(lines.length).to.equal(before + 1);
    expect(lines.at(-1)?.actor.id).to.equal(administrator.id);
    expect(lines.at(-1)?.facts).to.deep.equal(['journal.read']);
    expect(lines.at(-1)?.actor.request).to.be.a('string');
    expect(JSON.stringify(lines)).not.to.match(/private@|Dupont/);
  });

  it('calls an erased person so, without a name', async () => {
    const gone = await web.person('gone');
    await web.connection
      .collection<{ _id: string }>('people')
      .updateOne({ _id: gone.id }, { $set: { email: '', name: '' } });
    expect((await page(`?person=${gone.id}`)).lines[0]).to.include('Compte effacé');
  });

  it('names people, organisations and files, as the page shows them and in its export', async () => {
    const { organisationId } = requireVisible(owner.memberships[0]);
    const { name } = requireVisible(await web.deps.store.organisation(organisationId));
    const gone = await web.person('gone-as-well');
    await web.connection
      .collection<{ _id: string }>('people')
      .updateOne({ _id: gone.id }, { $set: { email: '', name: '' } });
    const [review] = await web.deps.store.reviewsOf(id);
    const named = [
      [`people/${owner.id}`, `Personne ${owner.name}`],
      [`organisations/${organisationId}`, `Organisation ${name}`],
      [`applications/${id}`, `Demande ${id}, ${name}`],
      [`reviews/${requireVisible(review).id}`, `Évaluation ${id}, ${name}`],
      [`people/${gone.id}`, 'Compte effacé'],
    ] as const;
    for (const [stream, text] of named) {
      const { lines } = await page(`?about=${stream}`);
      expect(lines[0], stream).to.include(`· ${text}`).and.not.include(`Personne ${gone.id}`);
      expect((await browser.get(`/fr/journal/list.csv?about=${stream}`)).text, stream).to.include(text);
    }
  });

  it('checks one chain on request and says whether it holds, and where it breaks', async () => {
    const stream = `applications/${id}`;
    const walk = async () => {
      const answer = await browser.post('/fr/journal/verify', { stream }, `/fr/journal?stream=${stream}`);
      expect(answer.status).to.equal(200);
      return parse(answer.text).querySelector('.banner')?.textContent ?? '';
    };
    const noted = async () => {
      const lines = await web.deps.store.records('reads/journal');
      return lines.map(({ facts }) => facts.join());
    };
    await browser.get(`/fr/journal?stream=${stream}`);
    const before = await noted();
    expect(await walk()).to.match(/La chaîne tient/);
    // The page on which the button is was read again by this browser; of the walk one line tells.
    expect((await noted()).slice(before.length)).to.deep.equal(['journal.read', 'journal.verified']);
    const records = web.connection.collection('records');
    const line = requireVisible(await records.findOne({ stream, seq: 2 }));
    await records.updateOne({ stream, seq: 2 }, { $set: { at: '2020-01-01T00:00:00.000Z' } });
    expect(await walk()).to.match(/rompue à la ligne 2.*changée après coup/);
    await records.updateOne({ stream, seq: 2 }, { $set: { at: line.at } });
    expect(
      (await browser.post('/fr/journal/verify', { stream: 'labels/none' }, `/fr/journal?stream=${stream}`))
        .status,
    ).to.equal(404);
  });

  it('finds a file and a complaint by number, an organisation and a person by name, and a time between days', async () => {
    const { organisationId } = requireVisible(owner.memberships[0]);
    const { name } = requireVisible(await web.deps.store.organisation(organisationId));
    const asked = new URLSearchParams({ about: id });
    const ofFile = await page(`?${asked}`);
    expect(ofFile.text).to.include(`Demande ${id}`).and.include('Évaluation ');
    expect((await page(`?${new URLSearchParams({ about: name.slice(0, 12) })}`)).text).to.include(
      `Demande ${id}`,
    );
    const own = await page(`?person=${owner.email}`);
    expect((await page(`?${new URLSearchParams({ person: owner.name })}`)).lines).to.deep.equal(own.lines);
    expect((await page(`?${asked}&from=2026-11-02&until=2026-11-02`)).lines.length).to.equal(
      ofFile.lines.length,
    );
    expect((await page(`?${asked}&from=2026-11-03`)).lines).to.deep.equal([]);
    expect((await page(`?${asked}&until=2026-11-01`)).lines).to.deep.equal([]);
  });

  it('shows the hashes of a line, walks its chain up to it, and tells nothing that is sealed', async () => {
    const stream = `applications/${id}`;
    const records = await web.deps.store.records(stream);
    const { text, root } = await page(`?about=${stream}`);
    for (const { hash, previous } of records) expect(text).to.include(hash).and.include(previous);
    expect(root.querySelectorAll('form[action$="/verify"] input[name=seq]').length).to.equal(records.length);
    const walked = await browser.post(
      '/fr/journal/verify',
      { stream, seq: '2' },
      `/fr/journal?about=${stream}`,
    );
    expect(parse(walked.text).querySelector('.banner')?.textContent).to.include('2 premières lignes');
    const sealed = { facts: ['application.decided'], event: { type: 'decide', reason: 'Motif scellé' } };
    const at = { stream, seq: 2 };
    const collection = web.connection.collection('records');
    const line = requireVisible(await collection.findOne(at));
    await collection.updateOne(at, { $set: sealed });
    expect((await page(`?about=${stream}`)).text).to.not.include('Motif scellé');
    await collection.updateOne(at, { $set: { facts: ['application.accepted'] } });
    expect((await page(`?about=${stream}`)).text).to.match(/Motif\s:\sMotif scellé/);
    await collection.updateOne(at, { $set: { facts: line.facts, event: line.event } });
  });

  it('tells that somebody got a digest, not of how many things', async () => {
    const [person, told] = [requireVisible(await web.deps.store.person(administrator.id)), ['0a1b2c3d4e5f']];
    const data = { day: '2026-11-03', told };
    const line = { at: '2026-11-03T07:00:00.000Z', actor: systemActor, data } as const;
    await web.deps.store.commit([
      noteOn(web.deps, 'people', person, { ...line, facts: ['person.digestDue'] }),
    ]);
    for (const path of ['/fr/journal', '/fr/journal/list.csv']) {
      const { text } = await browser.get(`${path}?fact=person.digestDue`);
      expect(text, path).to.include(data.day).and.not.include(told[0]);
    }
  });

  it('is exported as it is filtered, with the hashes', async () => {
    const { text } = await browser.get(
      `/fr/journal/list.csv?about=applications/${id}&fact=application.submitted`,
    );
    const [line] = await web.deps.store.journal(
      { stream: `applications/${id}`, fact: 'application.submitted' },
      1,
    );
    expect(text.trim().split('\r\n')).to.have.length(2);
    expect(text).to.include(requireVisible(line).hash).and.include('Demande envoyée');
  });

  it('hides lines and chains of an organisation that the administrator has a tie to', async () => {
    const tied = await web.person('tied', 'administrator');
    const other = await web.browser(tied);
    const organisationId = requireVisible(owner.memberships[0]).organisationId;
    const { name } = requireVisible(await web.deps.store.organisation(organisationId));
    const ways = [`stream=applications/${id}`, `about=${id}`, `${new URLSearchParams({ about: name })}`];
    const lines = async () => {
      const found = await Promise.all(ways.map((way) => other.get(`/fr/journal?${way}`)));
      const exported = await Promise.all(ways.map((way) => other.get(`/fr/journal/list.csv?${way}`)));
      return [
        ...found.map(({ text }) => text.match(/journal__line/g)?.length ?? 0),
        ...exported.map(({ text }) => text.trim().split('\n').length - 1),
      ];
    };
    expect(Math.min(...(await lines()))).to.be.greaterThan(0);
    const { number, organisation } = specimenEntry;
    await web.publish({ ...specimenEntry, organisation: { ...organisation, id: organisationId } });
    const vu = { place: 'shop', text: 'Vu en vitrine.', link: '', email: '' } as const;
    const said = { language: 'fr', kind: 'misuse', ...vu } as const;
    const { number: complaint } = await fileComplaint(web.deps, {
      ...said,
      number,
      photo: null,
      request: 'test',
    });
    expect((await other.get('/fr/journal')).text).to.include(complaint);
    const ofOwner = async () => ({
      line: (await other.get(`/fr/journal?about=people/${owner.id}`)).text.includes(organisationId),
      count: /1 organisation/.test((await other.get(`/fr/people?q=${owner.email}`)).text),
    });
    expect(await ofOwner(), 'belongs to it').to.deep.equal({ line: true, count: true });
    await declareTie(web.deps, tied, {
      ...{ personId: tied.id, organisationId, kind: 'kin', share: null, since: '2026-01-01', note: '' },
    });
    expect(await lines()).to.deep.equal([0, 0, 0, 0, 0, 0]);
    expect(await ofOwner()).to.deep.equal({ line: false, count: false });
    expect((await other.get('/fr/journal')).text)
      .to.not.include(id)
      .and.not.include(complaint);
    for (const stream of [`applications/${id}`, `complaints/${complaint}`]) {
      const answer = await other.post('/fr/journal/verify', { stream }, `/fr/journal?stream=${stream}`);
      expect(answer.status, stream).to.equal(404);
    }
    await updatePerson(web.deps, tied, { roles: [] });
    expect((await other.get('/fr/journal')).status).to.equal(403);
  });
});
