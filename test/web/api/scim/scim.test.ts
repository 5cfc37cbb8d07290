import { expect } from 'chai';
import { type Person, type StaffRole, staffRoles } from '../../../../src/commands/items/items.ts';
import { noteOnPerson } from '../../../../src/commands/people/accounts/noteOnPerson.ts';
import { letPersonBack, removePerson } from '../../../../src/commands/people/accounts/removePerson.ts';
import { proposeRoles } from '../../../../src/commands/people/accounts/roles.ts';
import { limitRules } from '../../../../src/commands/ports/limitRules.ts';
import { createLimits } from '../../../../src/storage/database/createLimits.ts';
import { createApp } from '../../../../src/web/app.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../../support/organisations.ts';
import {
  type Directory,
  type Method,
  openDirectory,
  schemas,
  scimToken,
} from '../../../support/scim/directory.ts';
import { closed, shown, type TestWeb, testWeb } from '../../../support/web.ts';

type Noted = { readonly event: string; readonly reason?: string; readonly actor?: string };
const noted: Noted[] = [];

describe('the directory of the staff (SCIM)', () => {
  let web: TestWeb;
  let directory: Directory;
  let administrator: Person;
  before(async () => {
    const security = { note: (event: Noted) => void noted.push(event) };
    web = await testWeb('scim', { scimToken, security });
    directory = openDirectory(web.server);
    administrator = await web.person('administrator', 'administrator');
  });
  beforeEach(() => {
    web.setClock('2026-11-02T08:00:00.000Z');
    noted.length = 0;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'failures of ours').to.deep.equal([]));

  const user = (userName: string, also: object = {}) => ({ schemas: [schemas.user], userName, ...also });
  const off = { op: 'replace', path: 'active', value: false };
  const on = { op: 'replace', path: 'active', value: true };
  const kindOf = ({ status, body }: Awaited<ReturnType<Directory['ask']>>) =>
    [status, body.scimType].filter(Boolean).join(' ');
  const linesOf = (id: string) =>
    web.connection
      .collection('records')
      .find({ stream: `people/${id}` })
      .sort({ seq: 1 })
      .toArray();

  /** Every address of the protocol, with what each method is answered when the token is right; 404 and 405 are nobody's. */
  const statuses: Readonly<Record<string, Readonly<Record<Method, number>>>> = {
    '/Users': { get: 200, post: 400, put: 405, patch: 405, delete: 405 },
    '/Users/ID': { get: 200, post: 405, put: 400, patch: 400, delete: 204 },
    '/Users/unknown': { get: 404, post: 405, put: 400, patch: 400, delete: 404 },
    '/ServiceProviderConfig': { get: 200, post: 405, put: 405, patch: 405, delete: 405 },
    '/ResourceTypes': { get: 200, post: 405, put: 405, patch: 405, delete: 405 },
    '/ResourceTypes/User': { get: 200, post: 405, put: 405, patch: 405, delete: 405 },
    '/Schemas': { get: 200, post: 405, put: 405, patch: 405, delete: 405 },
    [`/Schemas/${schemas.user}`]: { get: 200, post: 405, put: 405, patch: 405, delete: 405 },
    '/Groups': { get: 404, post: 404, put: 404, patch: 404, delete: 404 },
    '/Bulk': { get: 404, post: 404, put: 404, patch: 404, delete: 404 },
    '/Me': { get: 404, post: 404, put: 404, patch: 404, delete: 404 },
  };
  const tokens: readonly (readonly [string, string | null, number, string | null])[] = [
    ['none', null, 401, 'scimTokenMissing'],
    ['a wrong one', `${scimToken.slice(0, -1)}x`, 401, 'scimTokenRefused'],
    ['half of it', scimToken.slice(0, 20), 401, 'scimTokenRefused'],
  ];

  it('answers each method of each address as its token allows, in the form of the protocol', async () => {
    let made = 0;
    for (const [path, methods] of Object.entries(statuses)) {
      for (const [method, status] of Object.entries(methods) as [Method, number][]) {
        made += 1;
        const id = await directory.create(`table-${made}@chamber.example`);
        const at = path.replace('ID', id);
        const is = await directory.ask(method, at, method === 'get' || method === 'delete' ? undefined : {});
        expect(is.status, `${method} ${path}`).to.equal(status);
        if (status >= 400) {
          expect(is.body, `${method} ${path}`).to.include({ status: String(status) });
          expect(is.body.schemas).to.deep.equal([schemas.error]);
          expect(is.body.detail).to.be.a('string').and.not.equal('');
        }
        if (status !== 204) expect(is.headers['content-type']).to.match(/^application\/scim\+json/);
        for (const [what, token, refused, reason] of status < 404 ? tokens : []) {
          noted.length = 0;
          const other = await openDirectory(web.server, token).ask(
            method,
            at,
            method === 'get' ? undefined : {},
          );
          expect(other.status, `${method} ${path}, ${what}`).to.equal(refused);
          expect(other.headers['www-authenticate']).to.match(/^Bearer realm="scim"/);
          expect(noted.map(({ event, reason: why }) => [event, why])).to.deep.equal([
            ['scim.refused', reason],
          ]);
        }
      }
    }
  });

  it('tells schemas whatever is asked for, emails as what nobody writes, and its one kind of resource', async () => {
    const id = await directory.create('told@chamber.example');
    for (const path of [`/Users/${id}`, '/Users']) {
      for (const query of ['', '?attributes=userName', '?attributes=active', '?excludedAttributes=emails']) {
        const { body } = await directory.ask('get', `${path}${query}`);
        const [first] = body.Resources ?? [body];
        expect(first.schemas, `${path}${query}`).to.deep.equal([schemas.user]);
        expect(first.id, `${path}${query}`).to.be.a('string');
      }
    }
    const all = await directory.ask('get', '/Schemas');
    const one = await directory.ask('get', `/Schemas/${schemas.user}`);
    for (const { attributes } of [all.body.Resources[0], one.body]) {
      const emails = attributes.find(({ name }: { name: string }) => name === 'emails');
      const parts = [emails, ...emails.subAttributes].map(({ mutability }) => mutability);
      expect(parts.filter((part) => part !== 'readOnly')).to.deep.equal([]);
      expect(attributes.find(({ name }: { name: string }) => name === 'userName').mutability).to.equal(
        'readWrite',
      );
    }
    const kind = (await directory.ask('get', '/ResourceTypes/User')).body;
    expect(kind).to.include({ id: 'User', endpoint: '/Users', schema: schemas.user });
    expect(kind.meta.location).to.equal('http://label.example/scim/v2/ResourceTypes/User');
    expect((await directory.ask('get', '/ResourceTypes/Group')).status).to.equal(404);
    // Directories write them all the same (Entra ID): they change nothing.
    const also = { op: 'replace', path: 'emails[type eq "work"].value', value: 'other@chamber.example' };
    expect((await directory.patch(id, also)).body.userName).to.equal('told@chamber.example');
  });

  it('is not there without a token in the settings, and no cookie opens it', async () => {
    const without = createApp({ ...web.deps, scimToken: null }, closed, shown).callback();
    expect((await openDirectory(without).ask('get', '/Users')).status).to.equal(404);
    const signedIn = await web.browser(administrator);
    const refused = await signedIn.get('/SCIM/v2/users');
    expect([refused.status, refused.type]).to.deep.equal([401, 'application/scim+json']);
  });

  it('counts the requests of the token, and those that are refused by address', async () => {
    const rules = {
      ...limitRules,
      scimOfToken: { ...limitRules.scimOfToken, times: 2, batch: 1 },
      scimRefusedFromClient: { ...limitRules.scimRefusedFromClient, times: 2 },
    };
    const limits = createLimits(web.connection, 'a secret of its own', rules);
    const limited = createApp({ ...web.deps, limits }, closed, shown).callback();
    const three = async (token: string) => {
      const answers = [];
      for (let i = 0; i < 3; i += 1)
        answers.push(await openDirectory(limited, token).ask('get', '/Users?count=1'));
      const last = answers[2];
      expect(Number(last?.headers['retry-after'])).to.be.within(1, 15 * 60);
      expect(last?.body).to.include({ status: '429' });
      return answers.map(({ status }) => status);
    };
    expect(await three(scimToken)).to.deep.equal([200, 200, 429]);
    expect(await three('another')).to.deep.equal([401, 401, 429]);
  });

  describe('ends an account', () => {
    for (const role of staffRoles) {
      it(`of ${role}: sessions and the role end, and no role comes back`, async () => {
        const someone = await web.person(`ends-${role}`, role);
        const theirs = await web.browser(someone);
        expect((await theirs.get('/fr/my')).status).to.equal(200);
        const ended = await directory.patch(someone.id, off);
        expect(ended.status).to.equal(200);
        expect(ended.body.active).to.equal(false);
        expect((await theirs.get('/fr/my')).headers.location).to.equal('/fr/sign-in');
        expect(await web.deps.sessions.of(someone.id)).to.deep.equal([]);
        const gone = await storedPerson(web.deps, someone);
        expect(gone.roles).to.deep.equal([]);
        expect(gone.removedAt).not.to.equal(null);
        const line = (await linesOf(someone.id)).at(-1);
        expect(line?.facts).to.deep.equal(['person.removed', 'person.rolesChanged']);
        expect(line?.data).to.deep.include({ given: [], taken: [role] });
        expect(line?.actor).to.include({ id: 'scim' });
        const told = noted.filter(({ event }) => event.startsWith('person.') || event.startsWith('scim.'));
        const events = ['person.removed', 'person.rolesChanged', 'scim.written'];
        expect(told.map(({ event }) => event)).to.have.members(events);
        expect(told[0]?.actor).to.equal('scim');
        const jobs = await web.connection.collection('jobs').find({ state: 'waiting' }).toArray();
        expect(jobs.map(({ handler }) => handler)).to.include.members(['recuse', 'mail:accessChange']);
        await web.work();
        expect(web.letters.some(({ text }) => text.includes('L’annuaire du personnel (SCIM)'))).to.equal(
          true,
        );
        expect((await directory.patch(someone.id, on)).body.active).to.equal(true);
        const back = await storedPerson(web.deps, someone);
        expect({ roles: back.roles, proposal: back.rolesProposal, removedAt: back.removedAt }).to.deep.equal({
          ...{ roles: [], proposal: null, removedAt: null },
        });
      });
    }

    it('never of the last administrator, and of two at once only one', async () => {
      const alone = await testWeb('scim-last', { scimToken });
      try {
        const over = openDirectory(alone.server);
        const first = await alone.person('first', 'administrator');
        const refused = await over.patch(first.id, off);
        expect(kindOf(refused)).to.equal('400 mutability');
        expect(refused.body.detail).to.include('la dernière personne qui administre');
        expect(kindOf(await over.ask('delete', `/Users/${first.id}`))).to.equal('400 mutability');
        const second = await alone.person('second', 'administrator');
        const both = await Promise.all([first, second].map(({ id }) => over.patch(id, off)));
        expect(both.map(kindOf).sort()).to.deep.equal(['200', '400 mutability']);
        expect(await alone.deps.store.peopleWith('administrator')).to.have.length(1);
      } finally {
        await alone.stop();
      }
    });

    it('never of who alone speaks for others', async () => {
      const owner = await web.person('speaks-alone', 'officer');
      const organisationId = await registerSpecimen(web.deps, owner);
      await joinByInvitation(web.deps, owner, organisationId, await web.person('colleague'));
      const refused = await directory.patch(owner.id, off);
      expect(kindOf(refused)).to.equal('400 mutability');
      expect((await storedPerson(web.deps, owner)).roles).to.deep.equal(['officer']);
    });
  });

  it('opens no access that an administrator closed', async () => {
    const asker = { ...(await storedPerson(web.deps, administrator)), request: 'test' };
    const someone = await web.person('closed-here', 'officer');
    await directory.patch(someone.id, off);
    const input = async () => ({
      personId: someone.id,
      revision: (await storedPerson(web.deps, someone)).revision,
    });
    await letPersonBack(web.deps, asker, await input());
    await removePerson(web.deps, asker, await input());
    const refused = await directory.patch(someone.id, on);
    expect(kindOf(refused)).to.equal('400 mutability');
    expect(refused.body.detail).to.include('L’administration a fermé cet accès');
    expect((await storedPerson(web.deps, someone)).removedAt).not.to.equal(null);
  });

  it('knows nobody who is of no staff: applicants are not found, listed or changed', async () => {
    const applicant = await web.person('applicant');
    await registerSpecimen(web.deps, applicant);
    const before = await storedPerson(web.deps, applicant);
    for (const method of ['get', 'put', 'patch', 'delete'] as const) {
      const body =
        method === 'put' ? user('other@chamber.example') : { schemas: [schemas.patch], Operations: [off] };
      const { status } = await directory.ask(
        method,
        `/Users/${applicant.id}`,
        method === 'get' || method === 'delete' ? undefined : body,
      );
      expect(status, method).to.equal(404);
    }
    expect(await directory.find(`userName eq "${applicant.email}"`)).to.deep.equal([]);
    expect(kindOf(await directory.ask('post', '/Users', user(applicant.email)))).to.equal('409 uniqueness');
    expect(await storedPerson(web.deps, applicant)).to.deep.equal(before);
  });

  it('gives no address of who holds a role or belongs to an organisation to anybody else', async () => {
    const officer = await web.person('has-role', 'officer');
    const moved = await directory.patch(officer.id, {
      op: 'replace',
      path: 'userName',
      value: 'x@chamber.example',
    });
    expect(kindOf(moved)).to.equal('400 mutability');
    expect((await storedPerson(web.deps, officer)).email).to.equal(officer.email);
    // What is to end ends all the same.
    const both = [off, { op: 'replace', path: 'userName', value: 'x@chamber.example' }];
    expect(kindOf(await directory.patch(officer.id, ...both))).to.equal('400 mutability');
    expect((await storedPerson(web.deps, officer)).removedAt).not.to.equal(null);
    // Nor once it has ended: who came in by the new address would have all that is kept of the person.
    for (const op of [both[1], on, both[1]]) if (op) await directory.patch(officer.id, op);
    expect(await storedPerson(web.deps, officer)).to.include({ email: officer.email, removedAt: null });
    const entered = await directory.create('entered@chamber.example');
    const away = { op: 'replace', path: 'userName', value: 'x@chamber.example' };
    await noteOnPerson(web.deps, entered, { facts: ['person.signedIn'], data: { how: 'code' } }, 'test');
    expect(kindOf(await directory.patch(entered, away)), 'who signed in').to.equal('400 mutability');
    expect(kindOf(await directory.patch(await directory.create('new@chamber.example'), away))).to.equal(
      '200',
    );
    const soon = await directory.create('soon@chamber.example');
    await web.person('second-administrator', 'administrator');
    const asker = { ...(await storedPerson(web.deps, administrator)), request: 'test' };
    const { revision } = await storedPerson(web.deps, { id: soon });
    await proposeRoles(web.deps, asker, { personId: soon, revision, roles: ['administrator'] });
    const replaced = await directory.patch(soon, {
      op: 'replace',
      path: 'userName',
      value: 'y@chamber.example',
    });
    expect(kindOf(replaced), 'while a role is proposed').to.equal('400 mutability');
    const free = await directory.create('free@chamber.example');
    const taken = { op: 'replace', path: 'userName', value: administrator.email };
    expect(kindOf(await directory.patch(free, taken))).to.equal('409 uniqueness');
  });

  it('is named on the pages of the people whom it manages, and on no other', async () => {
    const browser = await web.browser(administrator);
    const managed = await directory.create('managed@chamber.example');
    const deleted = await directory.create('gone@chamber.example');
    await directory.ask('delete', `/Users/${deleted}`);
    const other = await web.person('other');
    for (const [language, words] of [
      ['fr', 'L’annuaire du personnel (SCIM) gère ce compte'],
      ['de', 'Das Verzeichnis des Personals (SCIM) verwaltet'],
      ['it', 'L’elenco del personale (SCIM) gestisce'],
      ['en', 'The staff directory (SCIM) manages'],
    ] as const) {
      const saysOf = async (id: string) =>
        (await browser.get(`/${language}/people/${id}`)).text.includes(words);
      const all = await Promise.all([managed, deleted, other.id].map(saysOf));
      expect(all, language).to.deep.equal([true, false, false]);
    }
  });

  it('gives no role, by whatever is sent', async () => {
    const roles = [{ value: 'administrator' }];
    const id = await directory.create('no-role@chamber.example', {
      roles,
      groups: roles,
      entitlements: roles,
      userType: 'administrator',
    });
    await directory.ask('put', `/Users/${id}`, user('no-role@chamber.example', { roles, groups: roles }));
    for (const path of ['roles', 'groups', 'entitlements', 'memberships', 'provisioned', 'rolesProposal']) {
      expect(kindOf(await directory.patch(id, { op: 'add', path, value: roles }))).to.equal(
        '400 invalidPath',
      );
    }
    expect(await web.deps.store.person(id)).to.deep.include({ roles: [], memberships: [] });
    const given: readonly StaffRole[] = (await web.deps.store.person(id))?.rolesProposal?.given ?? [];
    expect(given).to.deep.equal([]);
  });

  it('finds no account that it deleted, and finds it again once it creates it anew', async () => {
    const id = await directory.create('deleted@chamber.example', { displayName: 'Nina Spécimen' });
    expect((await directory.ask('delete', `/Users/${id}`)).status).to.equal(204);
    for (const method of ['get', 'delete'] as const)
      expect((await directory.ask(method, `/Users/${id}`)).status).to.equal(404);
    expect(await directory.find('userName eq "deleted@chamber.example"')).to.deep.equal([]);
    const again = await directory.ask('post', '/Users', user('Deleted@chamber.example'));
    expect({ status: again.status, id: again.body.id, active: again.body.active }).to.deep.equal({
      ...{ status: 201, id, active: true },
    });
  });

  it('refuses what is no longer as the directory read it', async () => {
    const id = await directory.create('tagged@chamber.example');
    const { headers, body } = await directory.ask('get', `/Users/${id}`);
    const tag = String(headers.etag);
    expect(tag).to.equal(body.meta.version);
    const unchanged = { 'If-None-Match': tag };
    expect((await directory.ask('get', `/Users/${id}`, undefined, unchanged)).status).to.equal(304);
    const put = (match: string, displayName: string) =>
      directory.ask('put', `/Users/${id}`, user('tagged@chamber.example', { displayName }), {
        'If-Match': match,
      });
    expect((await put(tag, 'Première')).status).to.equal(200);
    for (const old of [tag, 'nonsense', '"x"']) expect((await put(old, 'Autre')).status).to.equal(412);
    expect((await put('*', 'Deuxième')).status).to.equal(200);
  });

  it('pages what a filter finds, without an end that begins anew', async () => {
    for (let i = 1; i <= 5; i += 1)
      await directory.create(`page-${i}@chamber.example`, { externalId: `P${i}` });
    const filter = `filter=${encodeURIComponent('userName sw "PAGE-"')}`;
    const page = async (startIndex: number, count: number) => {
      const { body } = await directory.ask('get', `/Users?${filter}&startIndex=${startIndex}&count=${count}`);
      expect(body).to.deep.include({ schemas: [schemas.list], totalResults: 5 });
      return body.Resources.map((one: { externalId: string }) => one.externalId);
    };
    expect(await page(1, 2)).to.deep.equal(['P1', 'P2']);
    expect(await page(3, 2)).to.deep.equal(['P3', 'P4']);
    expect(await page(5, 2)).to.deep.equal(['P5']);
    expect(await page(6, 2)).to.deep.equal([]);
    expect(await page(-3, 1)).to.deep.equal(['P1']);
    expect(await page(1, 0)).to.deep.equal([]);
    const found = await directory.find('externalId eq "P3" and active eq true');
    expect(found.map(({ userName }) => userName)).to.deep.equal(['page-3@chamber.example']);
    expect(await directory.find('externalId eq "p3"'), 'compares exactly').to.deep.equal([]);
  });
});
