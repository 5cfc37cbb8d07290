import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { KeyScope } from '../../../src/commands/items/apiKey.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { newKey } from '../../../src/commands/people/keys/keySecret.ts';
import { makeKey, revokeKey, rotateKey } from '../../../src/commands/people/keys/makeKey.ts';
import { remindOfKeys } from '../../../src/commands/people/keys/remindOfKeys.ts';
import { useKey } from '../../../src/commands/people/keys/useKey.ts';
import { listKeys } from '../../../src/commands/people/views/listKeys.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

const began = '2026-11-02T08:00:00.000Z';

describe('the keys of an organisation', () => {
  let service: TestService;
  let owner: Person;
  let administrator: Person;
  let organisationId: string;
  let tests = 0;
  before(async () => {
    service = await testService('api-keys-made');
    administrator = await service.person('administrator', 'administrator');
  });
  beforeEach(async () => {
    tests += 1;
    service.setClock(began);
    owner = await service.person(`owner-${tests}`);
    organisationId = await registerSpecimen(service.deps, owner);
    owner = await storedPerson(service.deps, owner);
  });
  after(() => service.stop());

  const key = {
    name: 'Logiciel',
    scopes: ['applications.read'] as readonly KeyScope[],
    endsOn: '2027-01-31',
  };
  const make = (also: Partial<Parameters<typeof makeKey>[2]> = {}, by = owner) =>
    makeKey(service.deps, by, { organisationId, ...key, ...also });
  const newest = async (of: string | null = organisationId) => {
    const { id, revision } = requireVisible((await service.deps.store.apiKeysOf(of))[0]);
    return { organisationId: of, keyId: id, revision };
  };

  it('are made by who speaks for it, those of partners by administrators', async () => {
    const belonging = async (role: 'editor' | 'reader') =>
      updatePerson(service.deps, await service.person(`${role}-${tests}`), {
        memberships: [{ organisationId, role }],
      });
    const partner = { organisationId: null, scopes: ['register.read'] as const };
    const found: Record<string, unknown> = {};
    for (const [name, by] of Object.entries({
      owner,
      editor: await belonging('editor'),
      reader: await belonging('reader'),
      administrator,
      officer: await service.person(`officer-${tests}`, 'officer'),
    })) {
      const tried = [make({}, by), make(partner, by), listKeys(service.deps, by, { organisationId })];
      found[name] = await Promise.all(tried.map(refusalOf));
    }
    expect(found).to.deep.equal({
      owner: ['taken', 'forbidden', 'taken'],
      editor: ['notFound', 'forbidden', 'notFound'],
      reader: ['notFound', 'forbidden', 'notFound'],
      administrator: ['notFound', 'taken', 'notFound'],
      officer: ['notFound', 'forbidden', 'notFound'],
    });
    const foreign = { ...(await newest(null)), organisationId };
    expect(await refusalOf(revokeKey(service.deps, owner, foreign)), 'a key of others').to.equal('notFound');
  });

  it('say what is wrong with them, and end in a year at the latest', async () => {
    const wrong = {
      'no scope': { scopes: [] },
      'a scope of partners': { scopes: ['register.read'] },
      today: { endsOn: '2026-11-02' },
      'too late': { endsOn: '2027-11-03' },
      'the last day': { endsOn: '2027-11-02' },
    } as const;
    const found: Record<string, string> = {};
    for (const [name, also] of Object.entries(wrong)) found[name] = await refusalOf(make(also));
    expect(found).to.deep.equal({
      'no scope': 'invalid scopes:scopeMissing',
      'a scope of partners': 'invalid scopes:scopeMissing',
      today: 'invalid endsOn:keyDays',
      'too late': 'invalid endsOn:keyDays',
      'the last day': 'taken',
    });
    const replace = (also: object) =>
      newest().then((input) =>
        rotateKey(service.deps, owner, { ...input, days: 7, endsOn: '2027-01-31', ...also }),
      );
    expect(await refusalOf(replace({ days: 31 }))).to.equal('invalid days:graceDays');
    expect(await refusalOf(replace({ endsOn: '2028-01-01' }))).to.equal('invalid endsOn:keyDays');
    expect(await refusalOf(replace({ revision: 9 }))).to.equal('stale');
    await revokeKey(service.deps, owner, await newest());
    expect(await refusalOf(replace({}))).to.equal('refused keyIsOver');
    await revokeKey(service.deps, owner, await newest());
    for (let i = 0; i < 10; i += 1) await make();
    expect(await refusalOf(make())).to.equal('refused tooManyKeys');
  });

  it('look like what scanners of code find, and never alike', () => {
    const two = [newKey(service.deps), newKey(service.deps)];
    for (const one of two) expect(one).to.match(/^mie_[0-9a-f]{72}$/);
    expect(new Set(two).size).to.equal(2);
  });

  it('act as their maker within their organisation alone, without any role of staff', async () => {
    const memberships = [
      { organisationId, role: 'owner' },
      { organisationId: 'ANOTHER', role: 'owner' },
    ] as const;
    await updatePerson(service.deps, owner, { memberships, roles: ['officer'] });
    const given = await make({}, await storedPerson(service.deps, owner));
    const { asker } = await useKey(service.deps, given, 'a request');
    expect([asker?.id, asker?.roles, asker?.memberships]).to.deep.equal([owner.id, [], [memberships[0]]]);
  });

  it('tell who can replace them fourteen and three days before their end, once each, unless they do not end then', async () => {
    await service.connection.collection('apiKeys').deleteMany({});
    await make();
    await make({ organisationId: null, scopes: ['register.read'], name: 'Portail' }, administrator);
    const told = () =>
      service.letters
        .filter(({ kind }) => kind === 'apiKeyEnds')
        .map(({ to }) => to)
        .sort();
    const on = async (day: string) => {
      service.setClock(`${day}T08:00:00.000Z`);
      await remindOfKeys(service.deps, new Date(`${day}T08:00:00.000Z`));
      await service.work();
      return told().splice(0);
    };
    const both = [administrator.email, owner.email].sort();
    expect(await on('2027-01-16')).to.deep.equal([]);
    expect(await on('2027-01-17')).to.deep.equal(both);
    expect(await on('2027-01-18')).to.have.length(2);
    await revokeKey(service.deps, administrator, await newest(null));
    expect(await on('2027-01-28')).to.deep.equal([...both, owner.email].sort());
    expect(await on('2027-02-01')).to.have.length(3);
  });

  it('tell nobody of the end of one that was revoked before the letter went', async () => {
    const before = service.letters.length;
    await make();
    service.setClock('2027-01-17T08:00:00.000Z');
    await remindOfKeys(service.deps, service.deps.clock.now());
    await revokeKey(service.deps, owner, await newest());
    await service.work();
    const told = service.letters.slice(before).filter(({ to }) => to === owner.email);
    expect(told.map(({ kind }) => kind)).to.not.include('apiKeyEnds');
  });

  it('stand in its journal, and end with it', async () => {
    await make();
    await rotateKey(service.deps, owner, { ...(await newest()), days: 7, endsOn: '2027-01-31' });
    const { keyId } = await newest();
    const { name } = requireVisible(await service.deps.store.organisation(organisationId));
    await eraseOrganisation(service.deps, owner, { organisationId, typed: name });
    const lines = await service.deps.store.records(`apiKeys/${keyId}`);
    expect(lines.flatMap(({ facts }) => facts)).to.deep.equal([
      'apiKey.made',
      'apiKey.rotated',
      'apiKey.revoked',
    ]);
    const kept = requireVisible(await service.deps.store.apiKey(keyId));
    expect([kept.name, kept.previous, kept.revokedAt === null]).to.deep.equal(['', null, false]);
  });
});
