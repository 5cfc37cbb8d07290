import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { showScores } from '../../../src/commands/application/selfAssessment/showScores.ts';
import { asAsked, systemActor } from '../../../src/commands/common/actor.ts';
import { applyToApplication } from '../../../src/commands/common/applyEvent.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { carryOutRetention } from '../../../src/commands/privacy/carryOutRetention.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { currentApplication, filledDraft } from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const nothing = {
  warned: 0,
  draftsErased: 0,
  filesErased: 0,
  peopleErased: 0,
  invitationsRemoved: 0,
  complaintsErased: 0,
  exchangesErased: 0,
  badgeCountsRemoved: 0,
  attachmentsDropped: 0,
};

describe('retention', () => {
  let service: TestService;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('retention');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
  });
  afterEach(() => service.stop());

  /** What one run does on a day, and then the jobs that follow from it. */
  const on = async (day: string) => {
    service.setClock(`${day}T03:20:00.000Z`);
    const done = await carryOutRetention(service.deps, service.deps.clock.now());
    await service.work();
    return done;
  };
  const faults = async () => (await createJournal(service.connection).verify()).faults;
  const copy = () => service.deps.store.selfAssessment(id);

  it('leaves a recent draft alone', async () => {
    expect(await on('2028-09-30')).to.deep.equal(nothing);
  });

  it('warns of an idle draft, and erases it with its files thirty days later', async () => {
    const { deps } = service;
    const { digest } = await addEvidence(deps, owner, {
      applicationId: id,
      name: 'a.txt',
      bytes: Buffer.from('a'),
    });
    expect(await on('2028-10-04')).to.deep.equal({ ...nothing, warned: 1 });
    expect(service.letters.at(-1)).to.deep.include({ kind: 'draftExpires', to: owner.email });
    expect(service.letters.at(-1)?.text).to.include('3 novembre 2028');
    expect(await on('2028-10-04')).to.deep.equal(nothing);
    expect(await on('2028-11-02')).to.deep.equal(nothing);
    expect((await copy())?.answers).not.to.deep.equal([]);
    expect(await on('2028-11-03')).to.deep.equal({ ...nothing, draftsErased: 1 });
    expect(await copy()).to.deep.include({ facts: {}, answers: [], offers: [], offersNamed: [] });
    expect([await deps.store.evidenceOf(id), await deps.files.read(digest)]).to.deep.equal([[], null]);
    expect((await currentApplication(deps, id)).state).to.equal('draft');
    const line = (await deps.store.records(`applications/${id}`)).at(-1);
    expect([line?.actor, line?.facts]).to.deep.equal([systemActor, ['application.contentErased']]);
    expect(await on('2028-11-04')).to.deep.equal(nothing);
    expect(await on('2031-06-01')).to.deep.equal(nothing);
    expect(service.letters.filter(({ kind }) => kind === 'draftExpires')).to.have.length(1);
    expect(await faults()).to.deep.equal([]);
  });

  it('starts over with an edit after the warning', async () => {
    expect((await on('2028-10-04')).warned).to.equal(1);
    service.setClock('2028-10-20T10:00:00.000Z');
    await showScores(service.deps, owner, { applicationId: id, showScores: false });
    expect(await on('2028-11-03')).to.deep.equal(nothing);
    expect((await copy())?.answers).not.to.deep.equal([]);
    expect((await on('2030-09-21')).warned).to.equal(1);
  });

  it('erases the content of a file without a label a year after its end, once', async () => {
    const { deps } = service;
    await addEvidence(deps, owner, { applicationId: id, name: 'a.txt', bytes: Buffer.from('a') });
    service.setClock('2027-03-01T10:00:00.000Z');
    const at = deps.clock.now().toISOString();
    const actor = asAsked({ id: owner.id, roles: ['owner'] });
    const change = applyToApplication(deps, await currentApplication(deps, id), {
      type: 'withdraw',
      at,
      actor,
    });
    await deps.store.commit([change]);
    expect(await on('2028-03-01')).to.deep.equal(nothing);
    expect(await on('2028-03-02')).to.deep.equal({ ...nothing, filesErased: 1 });
    expect(await on('2028-03-02')).to.deep.equal(nothing);
    expect((await copy())?.answers).to.deep.equal([]);
    expect(await deps.store.evidenceOf(id)).to.deep.equal([]);
    expect(await service.connection.collection('fs.files').countDocuments()).to.equal(0);
    expect(await faults()).to.deep.equal([]);
  });

  it('erases people without roles or files who were absent for three years, and nobody else', async () => {
    const { deps } = service;
    const gone = await service.person('gone');
    const officer = await service.person('officer', 'officer');
    service.setClock('2028-11-01T10:00:00.000Z');
    const late = await service.person('late');
    expect((await on('2029-11-02')).peopleErased).to.equal(0);
    expect((await on('2029-11-03')).peopleErased).to.equal(1);
    expect((await on('2029-11-03')).peopleErased).to.equal(0);
    const emails = await Promise.all(
      [gone, officer, late, owner].map(async (one) => requireVisible(await deps.store.person(one.id)).email),
    );
    expect(emails).to.deep.equal(['', officer.email, late.email, owner.email]);
    expect((await deps.store.records(`people/${gone.id}`)).at(-1)?.actor).to.deep.equal(systemActor);
  });

  it('removes invitations half a year after they expire, with one journal line', async () => {
    const { deps, connection } = service;
    const invitation = (key: string, expiresAt: string) => ({
      _id: key,
      email: `${key}@specimen.example`,
      expiresAt,
    });
    await connection
      .collection<{ _id: string }>('invitations')
      .insertMany([
        ...Array.from({ length: 501 }, (_, i) => invitation(`old${i}`, '2027-01-01T00:00:00.000Z')),
        invitation('young', '2027-03-01T00:00:00.000Z'),
      ] as never);
    expect((await on('2027-07-02')).invitationsRemoved).to.equal(501);
    expect((await on('2027-07-02')).invitationsRemoved).to.equal(0);
    expect(await connection.collection('invitations').distinct('_id')).to.deep.equal(['young']);
    const lines = await deps.store.records('retention/invitations');
    expect(lines.map(({ data }) => data)).to.deep.equal([{ removed: 500 }, { removed: 1 }]);
    expect(await faults()).to.deep.equal([]);
  });

  it('removes badge displays after thirteen months', async () => {
    const { store } = service.deps;
    const hosts = [{ host: 'shop.example', n: 1 }];
    const [number, days] = ['MIE-26-00042-D', ['2026-11-24', '2026-11-25']] as const;
    for (const day of days) await store.addBadgeHosts({ number, day, hosts });
    expect(await on('2027-12-24')).to.deep.equal(nothing);
    expect(await on('2027-12-25')).to.deep.equal({ ...nothing, badgeCountsRemoved: 1 });
    expect(await on('2027-12-25')).to.deep.equal(nothing);
    expect((await store.badgeHosts([number], '2026-01-01')).map(({ day }) => day)).to.deep.equal([
      '2026-11-25',
    ]);
  });
});
