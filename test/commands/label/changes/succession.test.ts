import { expect } from 'chai';
import { startSuccession } from '../../../../src/commands/application/renewal/startSuccession.ts';
import { submitApplication } from '../../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { concludeChange } from '../../../../src/commands/desk/assessChange.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { labelTasks } from '../../../../src/commands/label/views/labelTasks.ts';
import { listFollowUp } from '../../../../src/commands/label/views/listFollowUp.ts';
import { registerOrganisation } from '../../../../src/commands/people/organisations/registerOrganisation.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf, declarations } from '../../../support/applicationSteps.ts';
import { assessed, filledSuccession, notifiedBy } from '../../../support/changeSteps.ts';
import { advanceToIssuedLabel, type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { specimen } from '../../../support/samples/specimen.ts';

describe('an application that a change asks for', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('succession');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());

  const label = async (number: string) => requireVisible(await service.deps.store.label(number));
  const change = async (id: string) => requireVisible(await service.deps.store.change(id));
  const told = (kind: string) => service.letters.filter((one) => one.kind === kind).map(({ to }) => to);

  it('begins with the file of the label, and replaces the label once it is signed', async () => {
    const { deps } = service;
    const id = await notifiedBy(service, holder, { things: ['legalForm'] });
    await assessed(service, cast, id);
    const file = await filledSuccession(service, holder.owner, id);
    const begun = requireVisible(await deps.store.application(file));
    expect(begun.context).to.deep.include({
      kind: 'initial',
      succeeds: { label: holder.number, change: id },
    });
    const copy = requireVisible(await deps.store.selfAssessment(file));
    expect(copy.earlier).to.include({ labelNumber: holder.number, cycle: 'first' });
    expect((await change(id)).followedBy).to.equal(file);
    const again = startSuccession(deps, holder.owner, {
      organisationId: holder.organisationId,
      changeId: id,
    });
    expect(await refusalOf(again)).to.equal('refused oneFileAtATime');
    const number = await advanceToIssuedLabel(service, cast, { id: file, owner: holder.owner });
    const old = await label(holder.number);
    expect([old.state, old.context.successor, (await label(number)).state]).to.deep.equal([
      'superseded',
      number,
      'active',
    ]);
    expect((await change(id)).state).to.equal('closed');
    expect((await deps.store.entry(holder.number))?.successor).to.equal(number);
    expect(told('labelReplaced')).to.deep.equal([holder.owner.email]);
    expect(told('labelSucceeded')).to.deep.equal([]);
    holder = { ...holder, applicationId: file, number };
  });

  describe('by another organisation', () => {
    let successor: Person;
    let successorId: string;
    let id: string;
    before(async () => {
      const owner = await service.person('successor');
      const identifier = 'CHE-116.281.710';
      successorId = await registerOrganisation(service.deps, owner, {
        ...specimen.organisation,
        name: 'Spécimen repreneur',
        identifier,
      });
      successor = requireVisible(await service.deps.store.person(owner.id));
      id = await notifiedBy(service, holder);
      await assessed(service, cast, id, { successor: identifier });
    });

    it('is asked of those who speak for it, and said to the holder', async () => {
      expect(told('successorAsked')).to.deep.equal([successor.email]);
      const letter = service.letters.findLast(({ kind }) => kind === 'changeAssessed');
      expect(letter?.text).to.include('Spécimen repreneur');
    });

    it('is begun by those who write for it, and by nobody else', async () => {
      const join = async (name: string, role: 'editor' | 'reader', organisationId: string) => ({
        ...(await service.person(name)),
        memberships: [{ organisationId, role }],
      });
      const begin = (by: Person, organisationId: string) =>
        refusalOf(startSuccession(service.deps, by, { organisationId, changeId: id }));
      const rows: readonly (readonly [string, Person, string])[] = [
        ['owner of the holder, for it', holder.owner, holder.organisationId],
        ['owner of the holder, for the successor', holder.owner, successorId],
        ['editor of the holder', await join('a', 'editor', holder.organisationId), holder.organisationId],
        ['reader of the successor', await join('b', 'reader', successorId), successorId],
        ['owner of the successor, for the holder', successor, holder.organisationId],
        ['stranger', await service.person('stranger'), successorId],
        ['officer', cast.officer, successorId],
        ['reviewer', cast.reviewers[0], successorId],
        ['member of the committee', cast.committee[1], successorId],
        ['administrator', await service.person('administrator', 'administrator'), successorId],
      ];
      for (const [who, by, of] of rows) expect(await begin(by, of), who).to.equal('notFound');
    });

    it('hands the file over, and gives the successor the label in the holder’s place', async () => {
      const { deps } = service;
      const file = await filledSuccession(service, successor, id);
      await service.work();
      expect(told('successorAccepted')).to.deep.equal([holder.owner.email]);
      const evidence = await deps.store.evidenceOf(file);
      expect(new Set(evidence.map(({ organisationId }) => organisationId))).to.not.include(
        holder.organisationId,
      );
      const number = await advanceToIssuedLabel(service, cast, { id: file, owner: successor });
      expect((await label(holder.number)).context.successor).to.equal(number);
      expect((await label(number)).context.organisationId).to.equal(successorId);
      expect(told('labelSucceeded')).to.deep.equal([holder.owner.email]);
    });
  });

  it('waits for an officer where it was sent and had no success, and can be begun again where it was not sent', async () => {
    const { deps } = service;
    const third = await issueLabel(service, cast, 'third');
    const id = await notifiedBy(service, third, { things: ['ownership'] });
    await assessed(service, cast, id);
    const of = { organisationId: third.organisationId, changeId: id };
    const given = await startSuccession(deps, third.owner, of);
    const withdraw = async (applicationId: string) => {
      const { revision } = requireVisible(await deps.store.application(applicationId));
      await withdrawApplication(deps, third.owner, { applicationId, revision });
      await service.work();
    };
    await withdraw(given);
    expect((await change(id)).state).to.equal('followUp');
    const sent = await filledSuccession(service, third.owner, id);
    await submitApplication(deps, third.owner, { applicationId: sent, ...declarations });
    await service.work();
    expect((await change(id)).state).to.equal('examined');
    expect(await refusalOf(assessed(service, cast, id, { effect: 'none' }))).to.equal('refused wrongState');
    const of2 = { organisationId: third.organisationId, number: third.number };
    expect((await labelTasks(deps, third.owner, of2)).map(({ what }) => what)).to.not.include(
      'changeApplication',
    );
    await withdraw(sent);
    expect((await change(id)).state).to.equal('unsettled');
    expect(told('changeFailed')).to.deep.equal([third.owner.email]);
    const { lines } = await listFollowUp(deps, cast.officer);
    expect(lines.filter(({ number }) => number === third.number).map(({ what }) => what)).to.deep.equal([
      'changeUnsettled',
    ]);
    const { revision } = await change(id);
    const reason = 'Le changement est revenu en arrière : spécimen.';
    await concludeChange(deps, cast.officer, { changeId: id, revision, reason });
    expect([(await change(id)).state, (await label(third.number)).state]).to.deep.equal(['closed', 'active']);
  });

  it('leaves a journal that holds', async () => {
    const { faults } = await createJournal(service.connection).verify();
    expect(faults).to.deep.equal([]);
  });
});
