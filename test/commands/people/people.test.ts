import { expect } from 'chai';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import type { Person, StaffRole } from '../../../src/commands/items/items.ts';
import { grantRole } from '../../../src/commands/people/accounts/enrolPerson.ts';
import { letPersonBack, removePerson } from '../../../src/commands/people/accounts/removePerson.ts';
import { proposeRoles } from '../../../src/commands/people/accounts/roles.ts';
import { listPeople } from '../../../src/commands/people/views/listPeople.ts';
import { viewPerson } from '../../../src/commands/people/views/viewPerson.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { declarations, filledDraft } from '../../support/applicationSteps.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('the people of the service', () => {
  let service: TestService;
  let admin: Person;
  let someone: Person;
  let ended: string[];
  let tests = 0;
  before(async () => {
    service = await testService('people');
  });
  beforeEach(async () => {
    tests += 1;
    ended = [];
    admin = await service.person(`admin-${tests}`, 'administrator');
    someone = await service.person(`someone-${tests}`);
  });
  after(() => service.stop());

  const deps = () => ({ ...service.deps, sessions: { endAll: async (id: string) => void ended.push(id) } });
  const seen = async ({ id }: Person) => ({
    personId: id,
    revision: (await storedPerson(service.deps, { id })).revision,
  });
  const roles = async (by: Person, person: Person, ...held: StaffRole[]) =>
    refusalOf(proposeRoles(deps(), by, { ...(await seen(person)), roles: held }));
  const remove = async (by: Person, person: Person) =>
    refusalOf(removePerson(deps(), by, await seen(person)));

  it('are visible and editable for administrators only', async () => {
    const officer = await service.person(`officer-${tests}`, 'officer');
    for (const by of [someone, officer, { ...admin, roles: [] }]) {
      expect(await roles(by, someone, 'reviewer')).to.equal('forbidden');
      expect(await remove(by, someone)).to.equal('forbidden');
      expect(await refusalOf(letPersonBack(deps(), by, await seen(someone)))).to.equal('forbidden');
      expect(await refusalOf(listPeople(deps(), by, { beginning: '', after: '' }))).to.equal('forbidden');
      expect(await refusalOf(viewPerson(deps(), by, someone.id))).to.equal('forbidden');
    }
    expect(await refusalOf(viewPerson(deps(), admin, 'unknown'))).to.equal('notFound');
  });

  it('lose access with all their sessions, and regain it', async () => {
    expect(await remove(admin, admin)).to.equal('refused ownRemoval');
    expect(await remove(admin, someone)).to.equal('taken');
    expect(ended).to.deep.equal([someone.id]);
    expect((await storedPerson(service.deps, someone)).removedAt).to.be.a('string');
    expect(await remove(admin, someone), 'twice is once').to.equal('taken');
    expect(await roles(admin, someone, 'reviewer')).to.equal('refused personRemoved');
    expect(await refusalOf(letPersonBack(deps(), admin, await seen(someone)))).to.equal('taken');
    expect((await storedPerson(service.deps, someone)).removedAt).to.equal(null);
    const facts = (await service.deps.store.records(`people/${someone.id}`)).map((record) => record.facts[0]);
    expect(facts).to.deep.equal(['person.enrolled', 'person.removed', 'person.readmitted']);
  });

  it('stay while they are the only owner, or own a submitted file', async () => {
    const organisationId = await registerSpecimen(service.deps, someone);
    const colleague = await joinByInvitation(
      service.deps,
      someone,
      organisationId,
      await service.person(`co-${tests}`),
    );
    expect(await remove(admin, someone)).to.equal('refused soleOwner');
    expect(ended).to.deep.equal([]);
    expect(await remove(admin, colleague)).to.equal('taken');
    const { id, owner } = await filledDraft(service.deps, await service.person(`sender-${tests}`));
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    expect(await remove(admin, owner)).to.equal('refused soleOwner');
    const alone = await service.person(`alone-${tests}`);
    const own = await registerSpecimen(service.deps, alone);
    await startApplication(service.deps, await storedPerson(service.deps, alone), { organisationId: own });
    expect(await remove(admin, alone), 'nobody depends on them').to.equal('taken');
  });

  it('keep one owner when two administrators remove both at once', async () => {
    const organisationId = await registerSpecimen(service.deps, someone);
    const second = await joinByInvitation(
      service.deps,
      someone,
      organisationId,
      await service.person(`second-${tests}`),
      'owner',
    );
    await joinByInvitation(
      service.deps,
      someone,
      organisationId,
      await service.person(`third-${tests}`),
      'reader',
    );
    const other = await service.person(`other-admin-${tests}`, 'administrator');
    const both = await Promise.all([remove(admin, someone), remove(other, second)]);
    expect(both.filter((refusal) => refusal === 'taken')).to.have.length(1);
    expect(both.find((refusal) => refusal !== 'taken')).to.be.oneOf(['stale', 'refused soleOwner']);
  });

  it('are listed by name, fifty a page, by a prefix of name or address regardless of accents', async () => {
    for (let i = 0; i < 60; i += 1) {
      await service.person(`Élodie ${tests} ${String(i).padStart(2, '0')}`);
    }
    const list = (beginning: string, after = '') => listPeople(deps(), admin, { beginning, after });
    const first = await list(`specimen elodie ${tests} `);
    expect(first.people).to.have.length(50);
    const second = await list(`specimen elodie ${tests} `, first.next ?? '');
    expect(second.people).to.have.length(10);
    expect(second.next).to.equal(null);
    const names = [...first.people, ...second.people].map(({ name }) => name);
    expect(new Set(names).size).to.equal(60);
    expect(names).to.deep.equal([...names].sort((a, b) => a.localeCompare(b, 'fr')));
    expect((await list(admin.email.toUpperCase())).people.map(({ id }) => id)).to.deep.equal([admin.id]);
    expect((await list('nobody has this name')).people).to.deep.equal([]);
    expect((await list('.*')).people, 'a text, no pattern').to.deep.equal([]);
  });

  it('get their first administrator from the command line, recorded as the service itself', async () => {
    const ask = { email: `first-${tests}@specimen.example`, role: 'administrator' } as const;
    expect(await grantRole(deps(), ask)).to.equal(true);
    expect(await grantRole(deps(), ask)).to.equal(false);
    expect(await grantRole(deps(), { ...ask, email: someone.email })).to.equal(true);
    expect((await storedPerson(service.deps, someone)).roles).to.deep.equal(['administrator']);
    const made = await service.deps.store.personByEmail(ask.email);
    expect(made?.roles).to.deep.equal(['administrator']);
    const records = await service.deps.store.records(`people/${someone.id}`);
    expect(records.at(-1)?.actor.id).to.equal('system');
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
});
