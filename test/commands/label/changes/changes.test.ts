import { expect } from 'chai';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { assessChange, concludeChange } from '../../../../src/commands/desk/assessChange.ts';
import type { Person, StaffRole } from '../../../../src/commands/items/items.ts';
import { notifyChange } from '../../../../src/commands/label/changes/notifyChange.ts';
import { remindOfChanges } from '../../../../src/commands/label/changes/remindOfChanges.ts';
import {
  changeOrganisation,
  correctIdentity,
  renameOrganisation,
} from '../../../../src/commands/people/organisations/changeOrganisation.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const text = 'Le comité a changé entièrement en mars : spécimen.';
const reason = 'Nous avons regardé les nouveaux statuts : spécimen.';

describe('notices of change', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('changes');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());

  const notify = (by: Person = holder.owner) =>
    notifyChange(service.deps, by, { number: holder.number, things: ['board'], on: '2026-11-01', text });
  const change = async (id: string) => requireVisible(await service.deps.store.change(id));
  const nothing = { until: null, criteria: [], successor: '' };
  const assess = async (
    id: string,
    more: Partial<Parameters<typeof assessChange>[2]> = {},
    by: Person = cast.officer,
  ) => {
    const { revision } = await change(id);
    await assessChange(service.deps, by, {
      changeId: id,
      revision,
      effect: 'none',
      reason,
      ...nothing,
      ...more,
    });
    await service.work();
  };
  const told = (kind: string) => service.letters.filter((letter) => letter.kind === kind).map(({ to }) => to);
  const entry = async () => requireVisible(await service.deps.store.entry(holder.number));

  it('come from the holder or an officer, and from nobody else', async () => {
    const others: readonly (readonly [string, StaffRole[]])[] = [
      ['stranger', []],
      ['someReviewer', ['reviewer']],
      ['someChair', ['committee', 'chair']],
      ['someAdministrator', ['administrator']],
    ];
    for (const [name, roles] of others)
      expect(await refusalOf(notify(await service.person(name, ...roles))), name).to.equal('forbidden');
    expect(await refusalOf(notify(cast.reviewers[0]))).to.equal('forbidden');
    const byOffice = await change(await notify(cast.officer));
    const byHolder = await change(await notify());
    expect([byOffice.by, byHolder.by, byHolder.state]).to.deep.equal(['office', 'holder', 'notified']);
    await service.work();
    expect(told('changeWaits')).to.include(cast.officer.email).and.not.to.include(holder.owner.email);
    expect(told('changeNoted')).to.deep.equal([holder.owner.email]);
    await assess(byOffice.id);
    await assess(byHolder.id);
    expect((await change(byHolder.id)).state).to.equal('closed');
    expect(told('changeAssessed')).to.deep.equal([holder.owner.email, holder.owner.email]);
  });

  it('are assessed by an officer who had no part in the evaluation, with reasons', async () => {
    const id = await notify();
    expect(await refusalOf(assess(id, { reason: ' ' }))).to.include('invalid');
    for (const person of [holder.owner, cast.reviewers[0]])
      expect(await refusalOf(assess(id, {}, person)), person.email).to.equal('forbidden');
    await assess(id);
    expect(await refusalOf(assess(id))).to.equal('refused wrongState');
  });

  it('are what an edit of the page is, with before and after, and lead to an update of the register where no file says what changed', async () => {
    const { deps } = service;
    const { organisationId } = holder;
    const own = async () => requireVisible(await deps.store.organisation(organisationId));
    const { street, postcode, region, founded, acceptsLeman, commune: before } = await own();
    const place = { street, postcode, region, founded, acceptsLeman, commune: 'Lancy' };
    await changeOrganisation(deps, holder.owner, {
      organisationId,
      revision: (await own()).revision,
      ...place,
    });
    const [moved] = await deps.store.changesOf([holder.number]);
    expect(moved).to.deep.include({
      by: 'edit',
      things: ['place'],
      edits: [{ field: 'commune', before, after: 'Lancy' }],
    });
    expect((await entry()).organisation.commune).to.equal(before);
    await assess(requireVisible(moved).id, { effect: 'register' });
    expect([(await entry()).organisation.commune, (await entry()).revision]).to.deep.equal(['Lancy', 1]);
  });

  it('follow from a new name and a new legal form too, and from nothing that a label does not rest on', async () => {
    const { deps } = service;
    const { organisationId } = holder;
    const own = async () => requireVisible(await deps.store.organisation(organisationId));
    const count = async () => (await deps.store.changesOf([holder.number])).length;
    const start = await count();
    const at = async () => ({ organisationId, revision: (await own()).revision });
    await renameOrganisation(deps, holder.owner, { ...(await at()), name: 'Spécimen renommé' });
    await correctIdentity(deps, holder.owner, {
      ...(await at()),
      legalForm: 'foundation',
      identifier: (await own()).identifier,
    });
    expect(await count()).to.equal(start + 2);
    const { street, postcode, region, commune, founded } = await own();
    const place = { street, postcode, region, commune, founded };
    await changeOrganisation(deps, holder.owner, {
      ...(await at()),
      ...place,
      acceptsLeman: !(await own()).acceptsLeman,
    });
    expect(await count()).to.equal(start + 2);
    const waiting = (await deps.store.changesOf([holder.number])).filter(({ state }) => state === 'notified');
    for (const [i, { id }] of waiting.entries())
      await assess(id, { effect: i === 0 ? 'certificate' : 'none' });
    expect((await entry()).organisation).to.deep.include({
      name: 'Spécimen renommé',
      legalForm: 'foundation',
    });
  });

  it('that ask for a new application are told when it is late, to both sides, and nothing happens by itself', async () => {
    const id = await notify();
    expect(await refusalOf(assess(id, { effect: 'application' }))).to.include('until');
    expect(
      await refusalOf(assess(id, { effect: 'application', until: '2027-02-28', successor: 'CHE-000' })),
    ).to.include('successor');
    await assess(id, { effect: 'application', until: '2027-02-28' });
    expect((await change(id)).state).to.equal('followUp');
    service.setClock('2027-01-29T08:00:00.000Z');
    expect(await remindOfChanges(service.deps, new Date('2027-01-29T08:00:00.000Z'))).to.equal(1);
    expect(await remindOfChanges(service.deps, new Date('2027-01-30T08:00:00.000Z')), 'once').to.equal(0);
    await service.work();
    expect(told('changeDue')).to.deep.equal([holder.owner.email]);
    service.setClock('2027-03-01T08:00:00.000Z');
    await expireDeadlines(service.deps, new Date('2027-03-01T08:00:00.000Z'));
    await service.work();
    expect((await change(id)).state).to.equal('overdue');
    expect(told('changeOverdue')).to.deep.equal([holder.owner.email]);
    expect(told('changeLate')).to.include(cast.officer.email);
    expect(requireVisible(await service.deps.store.label(holder.number)).state).to.equal('active');
    const { revision } = await change(id);
    await concludeChange(service.deps, cast.officer, { changeId: id, revision, reason });
    expect((await change(id)).state).to.equal('closed');
  });

  it('leave a journal that holds', async () => {
    const { faults } = await createJournal(service.connection).verify();
    expect(faults).to.deep.equal([]);
  });
});
