import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { enrolPerson } from '../../../src/commands/people/accounts/enrolPerson.ts';
import type { Demonstration } from '../../../src/commands/ports/demonstrationPorts.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const people: Demonstration['people'] = [
  { email: 'holder@specimen.example', name: 'Épicerie Spécimen', part: 'applicant' },
  { email: 'officer@specimen.example', name: 'Spécimen Secrétariat', part: 'officer' },
];

describe('the demonstration', () => {
  const webs: TestWeb[] = [];
  let resets = 0;
  const demonstration: Demonstration = {
    people,
    state: () => ({ done: 3, of: 16 }),
    reset: () => {
      resets += 1;
    },
  };
  const open = async (also: Partial<TestWeb['deps']> = {}) => {
    const web = await testWeb('demonstration', { demonstration, publicUrl: 'http://localhost', ...also });
    webs.push(web);
    await web.person('holder');
    await web.person('officer', 'officer');
    return web;
  };
  afterEach(async () => {
    resets = 0;
    await Promise.all(webs.splice(0).map((web) => web.stop()));
  });

  const own = ['/fr/dev/people', '/fr/dev/tour', '/fr/dev/tour/1'];
  const officer = { person: 'officer@specimen.example' };

  describe('is refused', () => {
    const elsewhere: Readonly<Record<string, Partial<TestWeb['deps']>>> = {
      'in production, whatever it is given': { mode: 'production', specimen: false },
      'in production that calls its labels specimens': { mode: 'production' },
      'where nothing is shown': { demonstration: null },
    };
    for (const [where, also] of Object.entries(elsewhere))
      it(where, async () => {
        const web = await open(also);
        const browser = await web.browser();
        for (const path of own) expect((await browser.get(path)).status, path).to.equal(404);
        for (const path of ['/fr/dev/people', '/fr/dev/reset']) {
          const answer = await browser.post(path, officer, '/fr/sign-in');
          expect(answer.status, path).to.equal(404);
        }
        expect((await browser.get('/fr')).text).to.not.include('demobar');
        expect([(await browser.get('/fr/lists/files')).headers.location, resets]).to.deep.equal([
          '/fr/sign-in',
          0,
        ]);
      });

    it('to a name that leads here from elsewhere, and to a proxy', async () => {
      const browser = await (await open()).browser();
      const asked = [
        [400, { Host: 'label.example' }],
        [404, { 'X-Forwarded-For': '192.0.2.1' }],
        [404, { Forwarded: 'for=192.0.2.1' }],
      ] as const;
      for (const [status, headers] of asked)
        for (const path of own) expect((await browser.get(path).set(headers)).status, path).to.equal(status);
    });

    it('without the token of the page, and from another site', async () => {
      const web = await open();
      const browser = await web.browser();
      const form = 'application/x-www-form-urlencoded';
      const body = new URLSearchParams(officer).toString();
      for (const path of ['/fr/dev/people', '/fr/dev/reset']) {
        const foreign = await browser.send(path, form, body).set('Origin', 'https://other.example');
        expect(foreign.status, path).to.equal(403);
        await browser.send(path, form, body);
      }
      expect([(await browser.get('/fr/lists/files')).headers.location, resets]).to.deep.equal([
        '/fr/sign-in',
        0,
      ]);
    });

    it('for anybody who is not of the demonstration, or not there yet', async () => {
      const web = await open();
      await web.person('stranger', 'administrator');
      const browser = await web.browser();
      for (const person of ['stranger@specimen.example', 'nobody@specimen.example', '[object Object]'])
        expect((await browser.post('/fr/dev/people', { person })).status, person).to.equal(404);
      expect((await browser.get('/fr/people')).headers.location).to.equal('/fr/sign-in');
    });
  });

  it('makes a visitor anybody of it by one button, and a visitor again', async () => {
    const browser = await (await open()).browser();
    const page = parse((await browser.get('/fr/dev/people')).text);
    const buttons = page
      .querySelectorAll('main button[name="person"]')
      .map((one) => one.getAttribute('value'));
    expect(buttons).to.deep.equal(['', ...people.map(({ email }) => email)]);
    const became = await browser.post('/fr/dev/people', officer);
    expect([became.status, became.headers.location]).to.deep.equal([303, '/fr/lists/files']);
    const files = parse((await browser.get('/fr/lists/files')).text);
    expect(files.querySelector('.demobar summary')?.textContent).to.equal(
      'Vous êtes\u00a0: Spécimen Secrétariat',
    );
    const left = await browser.post('/fr/dev/people', { person: '' });
    expect([left.status, left.headers.location]).to.deep.equal([303, '/fr']);
    expect((await browser.get('/fr/lists/files')).headers.location).to.equal('/fr/sign-in');
  });

  it('names in its bar an account that is none of its people by name, else by address', async () => {
    const web = await open();
    for (const [name, said] of [
      ['Ada Spécimen', 'Ada Spécimen'],
      ['', 'own-1@specimen.example'],
    ] as const) {
      const email = said.includes('@') ? said : 'own-0@specimen.example';
      const person = await enrolPerson(web.deps, { email, name, language: 'fr', roles: ['officer'] });
      const page = parse((await (await web.browser(person)).get('/fr/lists/files')).text);
      expect(page.querySelector('.demobar summary')?.textContent).to.equal(`Vous êtes\u00a0: ${said}`);
    }
  });

  it('notes in the journal that somebody came in as them', async () => {
    const web = await open();
    await (await web.browser()).post('/fr/dev/people', officer);
    const { id } = (await web.deps.store.personByEmail(officer.person)) ?? { id: '' };
    const lines = await web.deps.store.records(`people/${id}`);
    expect(lines.at(-1)?.facts).to.deep.equal(['person.signedIn']);
  });

  it('has a bar on public pages that is the same for all, and leads to its people', async () => {
    const browser = await (await open()).browser();
    const { text } = await browser.get('/de');
    const links = parse(text)
      .querySelectorAll('.demobar a')
      .map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/de/dev/people', '/de/dev/tour']);
    expect(text).to.not.include('name="csrf"');
  });

  it('leads through six steps and remembers the last one', async () => {
    const browser = await (await open()).browser();
    const next = async () => (await browser.get('/fr/dev/tour')).headers.location;
    expect(await next()).to.equal('/fr/dev/tour/1');
    for (const step of ['1', '2', '3', '4', '5', '6']) {
      const page = parse((await browser.get(`/fr/dev/tour/${step}`)).text);
      expect(page.querySelector('[aria-current="step"]')?.getAttribute('href')).to.equal(
        `/fr/dev/tour/${step}`,
      );
    }
    for (const step of ['0', '7', 'x', '1e0'])
      expect((await browser.get(`/fr/dev/tour/${step}`)).status).to.equal(404);
    const went = await browser.post('/fr/dev/people', { ...officer, step: '6' }, '/fr/dev/tour/6');
    expect(went.headers.location).to.equal('/fr/lists/files?sort=due');
    expect(await next()).to.equal('/fr/dev/tour/1');
    await browser.post('/fr/dev/people', { person: '', step: '5' }, '/fr/dev/tour/5');
    expect(await next()).to.equal('/fr/dev/tour/6');
    for (const step of ['0', '7', '../my']) {
      expect((await browser.post('/fr/dev/people', { ...officer, step }, '/fr/dev/people')).status).to.equal(
        422,
      );
    }
  });

  it('begins anew by its button, after the page that says so', async () => {
    const browser = await (await open()).browser();
    const answer = await browser.post('/fr/dev/reset', {}, '/fr/dev/people');
    expect(answer.status).to.equal(200);
    expect(answer.text).to.include('La démonstration recommence').and.to.include('http-equiv="refresh"');
    expect(resets).to.equal(1);
  });
});
