import { expect } from 'chai';
import type { Person, StaffRole } from '../../../src/commands/items/items.ts';
import { grantRole } from '../../../src/commands/people/accounts/enrolPerson.ts';
import { letPersonBack, removePerson } from '../../../src/commands/people/accounts/removePerson.ts';
import { confirmRoles, declineRoles, proposeRoles } from '../../../src/commands/people/accounts/roles.ts';
import { resetPasskeys } from '../../../src/commands/people/signIn/passkeys.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { createAccess } from '../../../src/storage/people/createAccess.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { giveRoles } from '../../support/roles.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('roles of staff', () => {
  let service: TestService;
  let ada: Person;
  let bea: Person;
  let zoe: Person;
  let tests = 0;
  beforeEach(async () => {
    tests += 1;
    service = await testService(`roles-${tests}`);
    ada = await service.person('ada', 'administrator');
    bea = await service.person('bea', 'administrator');
    zoe = await service.person('zoe');
  });
  afterEach(() => service.stop());

  const seen = async ({ id }: Person) => ({
    personId: id,
    revision: (await storedPerson(service.deps, { id })).revision,
  });
  const propose = async (by: Person, whose: Person, ...roles: StaffRole[]) =>
    refusalOf(proposeRoles(service.deps, by, { ...(await seen(whose)), roles }));
  const confirm = async (by: Person, whose: Person) =>
    refusalOf(confirmRoles(service.deps, by, await seen(whose)));
  const decline = async (by: Person, whose: Person) =>
    refusalOf(declineRoles(service.deps, by, await seen(whose)));
  const held = async (person: Person) => (await storedPerson(service.deps, person)).roles;
  const ending = () => ({ ...service.deps, sessions: { endAll: async () => {} } });
  const facts = async ({ id }: Person) =>
    (await service.deps.store.records(`people/${id}`)).flatMap((line) => line.facts);
  const told = async () => {
    await service.work();
    expect((await service.jobs.counts()).parked).to.equal(0);
    const all = service.letters.map(({ kind, to, subject }) => `${kind} ${to.split('@')[0]}: ${subject}`);
    service.letters.length = 0;
    return all.sort();
  };

  it('change only when a second administrator confirms, journaled and announced to all', async () => {
    expect(await propose(ada, zoe, 'officer', 'chair')).to.equal('taken');
    expect(await held(zoe)).to.deep.equal([]);
    expect(await told()).to.deep.equal([
      'rolesChange ada: Des rôles à confirmer',
      'rolesChange bea: Des rôles à confirmer',
      'rolesChange zoe: Des rôles à confirmer',
    ]);
    expect(await confirm(ada, zoe)).to.equal('refused ownProposal');
    expect(await held(zoe)).to.deep.equal([]);
    expect(await confirm(bea, zoe)).to.equal('taken');
    expect(await held(zoe)).to.deep.equal(['officer', 'chair']);
    expect(await told()).to.deep.equal([
      'rolesChange ada: Des rôles ont changé',
      'rolesChange bea: Des rôles ont changé',
      'rolesChange zoe: Des rôles ont changé',
    ]);
    const line = (await service.deps.store.records(`people/${zoe.id}`)).at(-1);
    expect(line?.actor.id).to.equal(bea.id);
    expect(line?.data).to.deep.include({ given: ['officer', 'chair'], taken: [], proposedBy: ada.id });
    expect(await facts(zoe)).to.deep.equal([
      'person.enrolled',
      'person.rolesProposed',
      'person.rolesChanged',
    ]);
    expect(await confirm(bea, zoe), 'once').to.equal('refused noProposal');
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('cannot be proposed, confirmed or declined by their own holder', async () => {
    const cid = await service.person('cid', 'administrator');
    expect(await propose(ada, ada, 'administrator', 'chair')).to.equal('refused ownRoles');
    expect(await propose(ada, ada), 'nor to lay down').to.equal('refused ownRoles');
    expect(await propose(bea, ada, 'administrator', 'chair')).to.equal('taken');
    expect(await confirm(ada, ada)).to.equal('refused ownRoles');
    expect(await decline(ada, ada)).to.equal('refused ownRoles');
    expect(await held(ada)).to.deep.equal(['administrator']);
    expect(await confirm(cid, ada)).to.equal('taken');
    expect(await held(ada)).to.deep.equal(['chair', 'administrator']);
  });

  it('are removed by two administrators as well, so that one alone can never remove another', async () => {
    const cid = await service.person('cid', 'administrator');
    expect(await propose(ada, bea)).to.equal('taken');
    expect(await held(bea)).to.deep.equal(['administrator']);
    expect(await confirm(cid, bea)).to.equal('taken');
    expect(await held(bea)).to.deep.equal([]);
    expect(await confirm(bea, zoe), 'no administrator any more').to.equal('forbidden');
    expect(await propose(ada, cid)).to.equal('refused noSecondAdministrator');
  });

  it('wait seven days, and then must be proposed again', async () => {
    await propose(ada, zoe, 'officer');
    const until = (await storedPerson(service.deps, zoe)).rolesProposal?.until ?? '';
    service.setClock(until);
    expect(await confirm(bea, zoe)).to.equal('refused proposalLapsed');
    expect(await propose(bea, zoe, 'reviewer')).to.equal('taken');
    expect(await confirm(ada, zoe)).to.equal('taken');
    expect(await held(zoe)).to.deep.equal(['reviewer']);
  });

  it('stay when the proposal is declined by another or withdrawn by its author', async () => {
    await propose(ada, zoe, 'officer');
    expect(await propose(bea, zoe, 'chair'), 'one at a time').to.equal('refused proposalOpen');
    expect(await decline(bea, zoe)).to.equal('taken');
    await propose(ada, zoe, 'officer');
    expect(await decline(ada, zoe)).to.equal('taken');
    expect(await confirm(bea, zoe)).to.equal('refused noProposal');
    expect((await facts(zoe)).slice(1)).to.deep.equal([
      'person.rolesProposed',
      'person.rolesDeclined',
      'person.rolesProposed',
      'person.rolesWithdrawn',
    ]);
    const letters = await told();
    for (const subject of ['Un changement de rôles est décliné', 'Un changement de rôles est retiré']) {
      expect(letters.filter((one) => one.endsWith(subject))).to.have.length(3);
    }
  });

  it('are not changed by a proposal of a former administrator', async () => {
    const cid = await service.person('cid', 'administrator');
    await propose(ada, zoe, 'chair');
    await removePerson(ending(), cid, await seen(ada));
    expect(await confirm(bea, zoe)).to.equal('refused proposerGone');
    expect(await decline(bea, zoe)).to.equal('taken');
  });

  it('handle a confirmation concurrent with the removal of the proposer', async () => {
    const cid = await service.person('cid', 'administrator');
    await propose(ada, zoe, 'chair');
    const [confirmed, removed] = await Promise.all([
      confirm(bea, zoe),
      refusalOf(removePerson(ending(), cid, await seen(ada))),
    ]);
    expect([confirmed, removed]).to.include('taken');
    const lines = await service.deps.store.records(`people/${ada.id}`);
    const at = (what: (line: (typeof lines)[number]) => boolean) => lines.findIndex(what);
    const end = at((line) => line.facts.includes('person.removed'));
    if (confirmed === 'taken' && removed === 'taken') {
      expect(at(({ actor, data }) => actor.id === bea.id && data.rolesOf === zoe.id)).to.be.lessThan(end);
    } else if (confirmed !== 'taken') {
      expect(confirmed).to.be.oneOf(['stale', 'refused proposerGone']);
    } else expect(removed).to.equal('stale');
  });

  it('need a second administrator, whom the command line creates and everyone is told of', async () => {
    service.letters.length = 0;
    const alone = await testService('roles-alone');
    try {
      const only = await alone.person('only', 'administrator');
      const other = await alone.person('other');
      const ask = { personId: other.id, revision: 1, roles: ['officer'] as const };
      expect(await refusalOf(proposeRoles(alone.deps, only, ask))).to.equal('refused noSecondAdministrator');
      const email = 'second@specimen.example';
      expect(await grantRole(alone.deps, { email, role: 'administrator' })).to.equal(true);
      await alone.work();
      expect(alone.letters.map(({ to, subject }) => `${to} ${subject}`).sort()).to.deep.equal([
        'only@specimen.example Des rôles ont changé',
        `${email} Vous administrez Made in ESS`,
      ]);
      const own = alone.letters.find(({ to }) => to === email)?.text ?? '';
      expect(own).to.match(/code arrive par e-mail.*clé d’accès.*Personnes.*État du service/s);
      for (const { text } of alone.letters) expect(text).to.include('Le service, sur son serveur');
      expect(await refusalOf(proposeRoles(alone.deps, only, ask))).to.equal('taken');
    } finally {
      await alone.stop();
    }
  });

  it('do not return with the access, which one administrator restores', async () => {
    await giveRoles(service.deps, [ada, bea], zoe, 'chair');
    await removePerson(ending(), ada, await seen(zoe));
    expect(await refusalOf(letPersonBack(service.deps, ada, await seen(zoe)))).to.equal('taken');
    expect((await storedPerson(service.deps, zoe)).removedAt).to.equal(null);
    expect(await held(zoe)).to.deep.equal([]);
    expect(await confirm(ada, zoe)).to.equal('refused ownProposal');
    expect(await confirm(bea, zoe)).to.equal('taken');
    expect(await held(zoe)).to.deep.equal(['chair']);
  });

  it('do not end by one administrator alone erasing an account', async () => {
    await giveRoles(service.deps, [ada, bea], zoe, 'officer');
    const erase = () => refusalOf(erasePerson(service.deps, ada, { personId: zoe.id, typed: zoe.email }));
    expect(await erase()).to.equal('refused holdsRoles');
    await removePerson(ending(), ada, await seen(zoe));
    expect(await erase(), 'nor after taking the access').to.equal('refused holdsRoles');
    await giveRoles(service.deps, [ada, bea], zoe);
    expect(await erase()).to.equal('taken');
  });

  it('are announced when access or passkeys of their holder change', async () => {
    const deps = { ...ending(), access: createAccess(service.connection) } as never;
    await resetPasskeys(deps, ada, { personId: bea.id });
    await removePerson(deps, ada, await seen(zoe));
    await letPersonBack(service.deps, ada, await seen(zoe));
    expect(await told()).to.deep.equal([
      'accessChange ada: Des clés d’accès sont retirées',
      'accessChange ada: Un accès est fermé',
      'accessChange ada: Un accès est rouvert',
      'accessChange bea: Des clés d’accès sont retirées',
      'accessChange bea: Un accès est fermé',
      'accessChange bea: Un accès est rouvert',
      'accessChange zoe: Un accès est fermé',
      'accessChange zoe: Un accès est rouvert',
    ]);
  });
});
