import type { Server } from 'node:http';
import { expect } from 'chai';
import supertest from 'supertest';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { type KeyScope, keyScopes } from '../../../src/commands/items/apiKey.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { makeKey, revokeKey, rotateKey } from '../../../src/commands/people/keys/makeKey.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { createLimits } from '../../../src/storage/database/createLimits.ts';
import { createApp } from '../../../src/web/app.ts';
import { registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { closed, shown, type TestWeb, testWeb } from '../../support/web.ts';

const began = '2026-11-02T08:00:00.000Z';
const endsOn = '2027-02-01';
const noted: { readonly event: string; readonly reason?: string }[] = [];

describe('keys of the API', () => {
  let web: TestWeb;
  let server: TestWeb['server'];
  let administrator: Person;
  let count = 0;
  before(async () => {
    web = await testWeb('api-keys');
    const security = { note: (event: (typeof noted)[number]) => void noted.push(event) };
    server = createApp({ ...web.deps, security }, closed, shown).callback();
    administrator = await web.person('administrator', 'administrator');
    await web.publish(specimenEntry);
  });
  beforeEach(() => {
    web.setClock(began);
    noted.length = 0;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'failures of ours').to.deep.equal([]));

  /** An organisation with a draft, and the one person who speaks for it. */
  const applicant = async () => {
    count += 1;
    const owner = await web.person(`owner-${count}`);
    const organisationId = await registerSpecimen(web.deps, owner);
    const member = await storedPerson(web.deps, owner);
    const id = await startApplication(web.deps, member, { organisationId });
    return { id, owner: { ...member, request: 'test' }, organisationId };
  };
  type Applicant = Awaited<ReturnType<typeof applicant>>;
  const made = ({ owner, organisationId }: Applicant, ...scopes: KeyScope[]) =>
    makeKey(web.deps, owner, { organisationId, name: 'Logiciel spécimen', scopes, endsOn });
  const partners = () =>
    makeKey(web.deps, administrator, {
      ...{ organisationId: null, name: 'Portail spécimen', scopes: ['register.read'], endsOn },
    });
  const newest = async (organisationId: string | null) =>
    requireVisible((await web.deps.store.apiKeysOf(organisationId))[0]);
  const inputOf = async (organisationId: string | null) => {
    const { id, revision } = await newest(organisationId);
    return { organisationId, keyId: id, revision };
  };

  const client = (of = server) => supertest.agent(of as unknown as Server).set('Host', 'label.example');
  /** Every route that a key can open, by the scope that it asks for. */
  const routes = (id: string) =>
    [
      ['register.read', 'GET', '/api/v1/labels', 200],
      ['register.read', 'GET', `/api/v1/labels/${specimenEntry.number}`, 200],
      ['register.read', 'POST', '/api/v1/lookup', 200],
      ['register.read', 'GET', '/api/v1/register.csv', 200],
      ['register.read', 'GET', '/api/v1/changes', 200],
      ['applications.read', 'GET', '/api/v1/applications', 200],
      ['applications.read', 'GET', `/api/v1/applications/${id}`, 200],
      ['evidence.write', 'POST', `/api/v1/applications/${id}/evidence`, 201],
      ['register.read', 'GET', '/API/V1/changes', 200],
    ] as const;
  type Route = ReturnType<typeof routes>[number];
  let files = 0;
  const ask = async ([scope, method, path]: Route, key: string | null) => {
    const request = method === 'GET' ? client().get(path) : client().post(path);
    if (key !== null) request.set('Authorization', `Bearer ${key}`);
    if (scope === 'evidence.write') {
      files += 1;
      return request.attach('file', Buffer.from(`Spécimen ${files}`), 'pièce.txt');
    }
    return method === 'POST' ? request.send({ numbers: [specimenEntry.number] }) : request;
  };
  /** The answers of all routes to a key: a status each, with what refuses it. */
  const answers = async (id: string, key: string | null) => {
    const all: Record<string, string> = {};
    for (const route of routes(id)) {
      const { status, body, headers } = await ask(route, key);
      const why = body.params?.why ?? body.params?.scope ?? '';
      if (status === 401 || status === 403) {
        expect(headers['content-type'], route[2]).to.match(/^application\/problem\+json/);
        expect(headers['www-authenticate'], route[2]).to.match(/^Bearer realm="api"/);
        expect(headers['cache-control'], route[2]).to.equal('no-store');
      }
      all[`${route[1]} ${route[2].replace(id, 'ID')}`] = [status, body.code, why].filter(Boolean).join(' ');
    }
    return all;
  };
  const expected = (say: (route: Route) => string | number) =>
    Object.fromEntries(routes('ID').map((route) => [`${route[1]} ${route[2]}`, String(say(route))]));
  const refusedFor = (why: string) => expected(() => `401 keyRefused ${why}`);

  it('open what each scope says, and nothing else', async () => {
    const from = await applicant();
    const keys: Readonly<Record<KeyScope, string>> = {
      'register.read': await partners(),
      'applications.read': await made(from, 'applications.read'),
      'evidence.write': await made(from, 'evidence.write'),
    };
    for (const scope of keyScopes) {
      expect(await answers(from.id, keys[scope]), scope).to.deep.equal(
        expected((route) => (route[0] === scope ? route[3] : `403 scopeMissing ${route[0]}`)),
      );
    }
    const both = await made(from, 'applications.read', 'evidence.write');
    expect(await answers(from.id, both)).to.deep.equal(
      expected((route) => (route[0] === 'register.read' ? `403 scopeMissing ${route[0]}` : route[3])),
    );
    expect(await answers(from.id, null), 'without a key').to.deep.equal(
      expected((route) => (route[0] === 'register.read' ? route[3] : '401 keyMissing')),
    );
  });

  /** What may happen to a key before it is used: the key that is used then, and why it is refused; null where it counts. */
  const fates: Readonly<
    Record<string, (from: Applicant, key: string) => Promise<readonly [string, string | null]>>
  > = {
    'is new': async (_, key) => [key, null],
    'is in its last hour': async (_, key) => {
      web.setClock('2027-02-01T22:30:00.000Z');
      return [key, null];
    },
    'is past its last day': async (_, key) => {
      web.setClock('2027-02-01T23:00:00.000Z');
      return [key, 'ended'];
    },
    'was revoked': async ({ owner, organisationId }, key) => {
      await revokeKey(web.deps, owner, await inputOf(organisationId));
      return [key, 'revoked'];
    },
    'took the place of another': async ({ owner, organisationId }) => [
      await rotateKey(web.deps, owner, { ...(await inputOf(organisationId)), endsOn, days: 7 }),
      null,
    ],
    'was replaced, within its time': async ({ owner, organisationId }, key) => {
      await rotateKey(web.deps, owner, { ...(await inputOf(organisationId)), endsOn, days: 7 });
      web.setClock('2026-11-09T07:30:00.000Z');
      return [key, null];
    },
    'was replaced, after its time': async ({ owner, organisationId }, key) => {
      await rotateKey(web.deps, owner, { ...(await inputOf(organisationId)), endsOn, days: 7 });
      web.setClock('2026-11-09T08:30:00.000Z');
      return [key, 'replaced'];
    },
    'was replaced at once': async ({ owner, organisationId }, key) => {
      await rotateKey(web.deps, owner, { ...(await inputOf(organisationId)), endsOn, days: 0 });
      return [key, 'unknown'];
    },
    'was replaced twice': async ({ owner, organisationId }, key) => {
      for (const days of [30, 30])
        await rotateKey(web.deps, owner, { ...(await inputOf(organisationId)), endsOn, days });
      return [key, 'unknown'];
    },
    'was replaced, and the new one revoked': async ({ owner, organisationId }, key) => {
      await rotateKey(web.deps, owner, { ...(await inputOf(organisationId)), endsOn, days: 7 });
      await revokeKey(web.deps, owner, await inputOf(organisationId));
      return [key, 'unknown'];
    },
    'has a maker who left the organisation': async ({ owner }, key) => {
      await updatePerson(web.deps, owner, { memberships: [] });
      return [key, 'makerLeft'];
    },
    'has a maker whose access was closed': async ({ owner }, key) => {
      await updatePerson(web.deps, owner, { removedAt: began });
      return [key, 'makerLeft'];
    },
    'is of an organisation that was erased': async ({ owner, organisationId }, key) => {
      const { name } = requireVisible(await web.deps.store.organisation(organisationId));
      await eraseOrganisation(web.deps, owner, { organisationId, typed: name });
      return [key, 'revoked'];
    },
    'has a slip of the hand in it': async (_, key) => [
      `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
      'unknown',
    ],
    'is none': async () => ['secret', 'unknown'],
    'is a very long one': async (_, key) => [key.repeat(40), 'unknown'],
  };

  for (const [fate, happen] of Object.entries(fates)) {
    it(`answers a key as it is now: one that ${fate}`, async () => {
      const from = await applicant();
      const [key, why] = await happen(from, await made(from, 'applications.read', 'evidence.write'));
      const counts = expected((route) =>
        route[0] === 'register.read' ? `403 scopeMissing ${route[0]}` : route[3],
      );
      expect(await answers(from.id, key)).to.deep.equal(why === null ? counts : refusedFor(why));
      const told = noted.filter(({ event }) => event === 'apiKey.refused').map(({ reason }) => reason);
      expect(new Set(told)).to.deep.equal(new Set(why === null ? ['scopeMissing'] : [why]));
      expect(JSON.stringify(noted), 'no secret in a log').to.not.include(key);
    });
  }

  it('let do no more than their maker may now', async () => {
    const from = await applicant();
    const key = await made(from, 'applications.read', 'evidence.write');
    const { organisationId } = from;
    const as = (role: 'owner' | 'editor' | 'reader') =>
      updatePerson(web.deps, from.owner, { memberships: [{ organisationId, role }], roles: ['officer'] });
    const [read, write] = [routes(from.id)[5], routes(from.id)[7]] as const;
    const allowed: unknown[] = [];
    for (const role of ['owner', 'editor', 'reader'] as const) {
      await as(role);
      allowed.push([role, (await ask(read, key)).status, (await ask(write, key)).status]);
    }
    expect(allowed).to.deep.equal([
      ['owner', 200, 201],
      ['editor', 200, 201],
      ['reader', 200, 403],
    ]);
    const stranger = await applicant();
    for (const at of [5, 6, 7] as const) {
      const route = routes(stranger.id)[at];
      if (!route || at === 5) continue;
      await as('owner');
      expect((await ask(route, key)).status, `${route[2]} of others`).to.equal(404);
    }
  });

  it('count on no page, and no cookie counts where they do', async () => {
    const from = await applicant();
    const key = await made(from, 'applications.read');
    const page = await client().get('/fr/my').set('Authorization', `Bearer ${key}`);
    expect([page.status, page.headers.location]).to.deep.equal([302, '/fr/sign-in']);
    const open = await client().get('/fr/register').set('Authorization', 'Bearer nothing');
    expect(open.status).to.equal(200);
    const browser = await web.browser(from.owner);
    const answer = await browser.get('/api/v1/applications');
    expect([answer.status, answer.body.code]).to.deep.equal([401, 'keyMissing']);
    expect(answer.headers['set-cookie']).to.equal(undefined);
    const basic = await client().get('/api/v1/applications').auth('mie', key);
    expect([basic.status, basic.body.code]).to.deep.equal([401, 'keyMissing']);
  });

  it('bring a file once, by whichever way it came first, and join it to its criterion', async () => {
    const from = await applicant();
    const key = await made(from, 'evidence.write');
    const bring = (
      fields: Readonly<Record<string, string>>,
      bytes = 'Comptes spécimen',
      name = 'comptes.txt',
    ) => {
      const request = client()
        .post(`/api/v1/applications/${from.id}/evidence`)
        .set('Authorization', `Bearer ${key}`);
      for (const [field, value] of Object.entries(fields)) request.field(field, value);
      return request.attach('file', Buffer.from(bytes), name);
    };
    const first = await bring({ from: '2025-01-01', until: '2025-12-31' });
    expect(first.status, first.text).to.equal(201);
    const again = await bring({ criterion: 'FIN-01' }, 'Comptes spécimen', 'autre.txt');
    expect([again.status, again.body]).to.deep.equal([200, first.body]);
    const copy = requireVisible(await web.deps.store.selfAssessment(from.id));
    const answer = copy.answers.find(({ criterion }) => criterion === 'FIN-01');
    expect(answer?.files).to.include(first.body.document);
    const [line] = (await web.deps.store.records(`evidence/${from.id}`)).slice(-1);
    const { id } = await newest(from.organisationId);
    expect([line?.actor.id, line?.actor.key]).to.deep.equal([from.owner.id, id]);
    const browser = await web.browser(from.owner);
    const document = await browser.get(`/fr/applications/${from.id}/evidence/${first.body.document}`);
    expect(document.text).to.match(/déposé par un programme, avec la clé «\sLogiciel spécimen\s»/);
    const { parts } = await exportOrganisation(web.deps, from.owner, { organisationId: from.organisationId });
    const listed = requireVisible(parts.find(({ name }) => name === `${from.id}/evidence.json`));
    expect(JSON.stringify(listed)).to.include('Logiciel spécimen').and.include(first.body.digest);
    const journal = await (await web.browser(administrator)).get(`/fr/journal?about=evidence/${from.id}`);
    expect(journal.text).to.match(/, par la clé «\sLogiciel spécimen\s»/);
    const refused: Record<string, unknown> = {};
    const cases = {
      period: bring({ from: '2025-12-31', until: '2025-01-01' }, 'b'),
      criterion: bring({ criterion: 'XXX-99' }, 'c'),
      field: bring({ $where: '1' }, 'd'),
      kind: bring({}, '<script>alert(1)</script>', 'page.html'),
      day: bring({ from: 'hier' }, 'e'),
    };
    for (const [name, request] of Object.entries(cases)) {
      const { status, body } = await request;
      refused[name] = [status, body.code, ...(body.faults ?? []).map(({ code }: { code: string }) => code)];
    }
    expect(refused).to.deep.equal({
      period: [422, 'invalid', 'periodReversed'],
      criterion: [404, 'notFound'],
      field: [422, 'invalid', 'unknownField'],
      kind: [422, 'invalid', 'fileMarkup'],
      day: [422, 'invalid', 'badDate'],
    });
    const without = await client()
      .post(`/api/v1/applications/${from.id}/evidence`)
      .set('Authorization', `Bearer ${key}`)
      .field('from', '');
    expect([without.status, without.body.faults?.[0]?.code]).to.deep.equal([422, 'fileMissing']);
    const json = await client()
      .post(`/api/v1/applications/${from.id}/evidence`)
      .set('Authorization', `Bearer ${key}`)
      .send({});
    expect([json.status, json.body.code]).to.deep.equal([400, 'badRequest']);
    expect(await web.deps.store.evidenceOf(from.id)).to.have.length(1);
  });

  it('are counted by key, not by address, and their refusals by address', async () => {
    const rules = {
      ...limitRules,
      lookups: { ...limitRules.lookups, times: 2 },
      readsOfKey: { ...limitRules.readsOfKey, times: 4, batch: 1 },
      keysRefusedFromClient: { ...limitRules.keysRefusedFromClient, times: 2 },
    };
    const limits = createLimits(web.connection, `a secret of ${count}`, rules);
    const limited = createApp({ ...web.deps, limits }, closed, shown).callback();
    const [one, other] = [await partners(), await partners()];
    const statuses = async (key: string | null, times: number) => {
      const all: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const request = client(limited).get('/api/v1/labels');
        const { status, headers } = await (key === null
          ? request
          : request.set('Authorization', `Bearer ${key}`));
        if (status === 429) expect(Number(headers['retry-after'])).to.be.within(1, 15 * 60);
        all.push(status);
      }
      return all;
    };
    expect(await statuses(null, 3)).to.deep.equal([200, 200, 429]);
    expect(await statuses(one, 5)).to.deep.equal([200, 200, 200, 200, 429]);
    expect(await statuses(other, 1), 'another key').to.deep.equal([200]);
    expect(await statuses('mie_none', 3)).to.deep.equal([401, 401, 429]);
    const narrow = await made(await applicant(), 'evidence.write');
    expect(await statuses(narrow, 5), 'of another scope').to.deep.equal([403, 403, 403, 403, 429]);
    expect(await statuses(other, 1), 'a good one of the same address').to.deep.equal([200]);
    const own = await made(await applicant(), 'applications.read');
    const read = () => client(limited).get('/api/v1/applications').set('Authorization', `Bearer ${own}`);
    const reads = [await read(), await read(), await read(), await read(), await read()];
    expect(reads.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 429]);
  });

  it('note the day of their use, and are exported without what opens anything', async () => {
    const from = await applicant();
    const key = await made(from, 'applications.read');
    expect((await newest(from.organisationId)).usedOn).to.equal(null);
    await ask(routes(from.id)[5], key);
    const { usedOn, secretHash } = await newest(from.organisationId);
    expect(usedOn).to.equal('2026-11-02');
    const { parts } = await exportOrganisation(web.deps, from.owner, { organisationId: from.organisationId });
    const part = requireVisible(parts.find(({ name }) => name === 'keys.json'));
    expect(JSON.stringify(part)).to.include('Logiciel spécimen').and.not.include(secretHash);
    const stored = JSON.stringify(await web.connection.collection('apiKeys').find({}).toArray());
    expect(stored).to.not.include(key).and.not.include(key.slice(4, 68));
  });
});
