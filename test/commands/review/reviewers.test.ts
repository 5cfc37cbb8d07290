import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { exportPerson } from '../../../src/commands/privacy/views/exportPerson.ts';
import { admitReviewer, suspendReviewer } from '../../../src/commands/review/reviewers/admission.ts';
import { changeProfile, type OwnWords } from '../../../src/commands/review/reviewers/changeProfile.ts';
import { viewProfile } from '../../../src/commands/review/views/viewProfile.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { refusalOf } from '../../support/refusal.ts';
import { giveRoles } from '../../support/roles.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const said: OwnWords = {
  themes: ['FIN'],
  sectors: ['food'],
  legalForms: ['cooperative'],
  languages: ['fr', 'de'],
  capacity: 2,
  awayFrom: null,
  awayUntil: null,
};

describe('the profile of a reviewer', () => {
  let service: TestService;
  let admin: Person;
  let newcomer: Person;
  before(async () => {
    service = await testService('reviewers');
    admin = await service.person('admin', 'administrator');
    const { id } = await service.person('newcomer');
    const second = await service.person('second-admin', 'administrator');
    newcomer = await giveRoles(service.deps, [admin, second], { id }, 'reviewer');
  });
  after(() => service.stop());

  const profile = async () => requireVisible(await service.deps.store.reviewer(newcomer.id));
  const admit = (also: Partial<Parameters<typeof admitReviewer>[2]> = {}, by = admin) =>
    admitReviewer(service.deps, by, {
      personId: newcomer.id,
      revision: 0,
      seat: 'peer',
      sector: 'culture',
      ...also,
    });
  const facts = async () =>
    (await service.deps.store.records(`reviewers/${newcomer.id}`)).map((line) => line.facts.at(0));

  it('starts with an admission, which an administrator gives to another holder of the role', async () => {
    const { deps } = service;
    const officer = await service.person('officer', 'officer');
    expect(await refusalOf(admit({}, officer))).to.equal('forbidden');
    const both = await service.person('both', 'reviewer', 'administrator');
    const own = admit({ personId: both.id, revision: 1 }, both);
    expect(await refusalOf(own)).to.equal('refused ownAdmission');
    expect(await refusalOf(admit({ personId: officer.id }))).to.equal('refused notReviewer');
    expect(await refusalOf(admit({ sector: null }))).to.equal('invalid sector:required');
    expect(await refusalOf(admit({ revision: 1 }))).to.equal('stale');
    expect((await viewProfile(deps, newcomer)).unavailable).to.equal('notAdmitted');
    expect(await refusalOf(changeProfile(deps, newcomer, { ...said, revision: 0 }))).to.equal('notFound');
    await admit();
    expect(await profile()).to.include({
      seat: 'peer',
      sector: 'culture',
      admittedOn: '2026-11-02',
      admittedUntil: '2027-11-02',
    });
    expect(await refusalOf(admit())).to.equal('stale');
    expect((await viewProfile(deps, newcomer)).unavailable).to.equal(null);
  });

  it('holds what the person states about themselves, within the limits of the scheme', async () => {
    const { deps } = service;
    const officer = await service.person('officer-2', 'officer');
    const change = (also: Partial<OwnWords> & { revision?: number } = {}, by = newcomer) =>
      changeProfile(deps, by, { revision: 1, ...said, ...also });
    expect(await refusalOf(change({}, officer))).to.equal('forbidden');
    expect(await refusalOf(viewProfile(deps, officer))).to.equal('forbidden');
    expect(await refusalOf(change({ revision: 7 }))).to.equal('stale');
    expect(await refusalOf(change({ languages: [] }))).to.equal('invalid languages:chooseOne');
    expect(await refusalOf(change({ capacity: 0 }))).to.equal('invalid capacity:atLeastOne');
    expect(await refusalOf(change({ capacity: 6 }))).to.equal('invalid capacity:tooLarge');
    const reversed = change({ awayFrom: '2027-02-02', awayUntil: '2027-02-01' });
    expect(await refusalOf(reversed)).to.equal('invalid awayUntil:periodReversed');
    await change();
    expect(await profile()).to.deep.include({ ...said, seat: 'peer', sector: 'culture', revision: 2 });
    await change({ revision: 2 });
    expect((await profile()).revision, 'nothing changed, nothing written').to.equal(2);
  });

  it('is suspended by an administrator and readmitted, and keeps its content', async () => {
    const { deps } = service;
    const suspend = (by: Person, revision: number) =>
      suspendReviewer(deps, by, { personId: newcomer.id, revision });
    expect(await refusalOf(suspend(newcomer, 2))).to.equal('forbidden');
    expect(await refusalOf(suspend(admin, 1))).to.equal('stale');
    await suspend(admin, 2);
    expect((await viewProfile(deps, newcomer)).unavailable).to.equal('suspended');
    expect(await refusalOf(suspend(admin, 3))).to.equal('refused alreadySuspended');
    await admit({ revision: 3, seat: 'user', sector: 'culture' });
    expect(await profile()).to.deep.include({ ...said, seat: 'user', sector: null, suspendedOn: null });
    service.setClock('2027-10-01T08:00:00.000Z');
    await admit({ revision: 4, seat: 'user', sector: null });
    expect(await profile()).to.include({ admittedOn: '2026-11-02', admittedUntil: '2028-10-01' });
    const taken = ['admitted', 'changed', 'suspended', 'admitted', 'renewed'];
    expect(await facts()).to.deep.equal(taken.map((one) => `reviewer.${one}`));
  });

  it('is exported for its person, blanked on erasure, and keeps a valid chain', async () => {
    const { deps, connection } = service;
    const { parts } = await exportPerson(deps, newcomer);
    const part = parts.find(({ name }) => name === 'reviewer.json');
    expect(JSON.stringify(part)).to.include('cooperative').and.not.include('hash');
    const typed = requireVisible(await deps.store.person(newcomer.id)).email;
    await erasePerson(deps, newcomer, { personId: newcomer.id, typed });
    expect(await profile()).to.deep.include({ themes: [], languages: [], capacity: 0, admittedUntil: null });
    expect((await createJournal(connection).verify()).faults).to.deep.equal([]);
  });
});
