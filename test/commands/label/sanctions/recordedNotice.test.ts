import { expect } from 'chai';
import { readEvidence } from '../../../../src/commands/application/views/readEvidence.ts';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { giveNotice } from '../../../../src/commands/label/sanctions/notice.ts';
import {
  confirmNotice,
  dropNotice,
  objectToNotice,
  recordNotice,
} from '../../../../src/commands/label/sanctions/recordedNotice.ts';
import { proposeSuspension, proposeWithdrawal } from '../../../../src/commands/label/sanctions/suspension.ts';
import { labelTasks } from '../../../../src/commands/label/views/labelTasks.ts';
import { listFollowUp } from '../../../../src/commands/label/views/listFollowUp.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { labelNow, suspendNow } from '../../../support/labelSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { keepDatabase } from '../../../support/run/keepDatabase.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { writtenNotice } from '../../../support/samples/writtenNotice.ts';

const begin = '2026-12-01T09:00:00.000Z';
const reason = 'Spécimen : dans sa lettre du 30 novembre, l’atelier écrit qu’il ferme.';

describe('a notice that an officer records for a holder', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let second: Person;
  let restore: () => Promise<void>;
  before(async () => {
    service = await testService('recorded-notice');
    cast = await castOf(service);
    second = await service.person('second-officer', 'officer');
    service.setClock(begin);
    holder = await issueLabel(service, cast, 'holder');
    restore = await keepDatabase(service.connection);
  });
  after(() => service.stop());
  beforeEach(async () => {
    await restore();
    service.setClock(begin);
    service.letters.length = 0;
  });

  const at = async () => (await labelNow(service, holder.number)).at;
  const state = async () => (await labelNow(service, holder.number)).label.state;
  const acts = {
    record: async (by: Person) =>
      recordNotice(service.deps, by, {
        ...(await at()),
        noticeOn: '2026-12-05',
        reason,
        file: writtenNotice,
      }),
    confirm: async (by: Person) => confirmNotice(service.deps, by, await at()),
    object: async (by: Person) => objectToNotice(service.deps, by, { ...(await at()), reason: '' }),
    drop: async (by: Person) => dropNotice(service.deps, by, { ...(await at()), reason }),
    give: async (by: Person) =>
      giveNotice(service.deps, by, { ...(await at()), on: '2026-12-24', reason: '' }),
    proposeSuspension: async (by: Person) =>
      proposeSuspension(service.deps, by, { ...(await at()), code: 'misuse', reason, todo: 'Spécimen' }),
    proposeWithdrawal: async (by: Person) =>
      proposeWithdrawal(service.deps, by, { ...(await at()), code: 'misuse', reason }),
  };
  type Act = keyof typeof acts;
  const who = () => ({ owner: holder.owner, first: cast.officer, second });
  const pass = (instant: string) => {
    service.setClock(instant);
    return expireDeadlines(service.deps, new Date(instant));
  };

  // Each state of a notice and of the label × who × what, with what the machine answers; the label holds after every row.
  const rows: readonly (readonly [string, keyof ReturnType<typeof who>, Act, string])[] = [
    ['', 'owner', 'record', 'refused notOfTheOrganisation didNotApply'],
    ['', 'second', 'confirm', 'refused noticeToConfirm'],
    ['', 'owner', 'object', 'refused noticeRecorded'],
    ['', 'first', 'drop', 'refused noticeToConfirm'],
    ['record', 'second', 'record', 'refused noticeNotRecorded'],
    ['record', 'first', 'confirm', 'refused bySecondOfficer'],
    ['record', 'owner', 'confirm', 'refused notOfTheOrganisation didNotApply'],
    ['record', 'second', 'object', 'refused byOwner'],
    ['record', 'owner', 'object', 'taken'],
    ['record', 'owner', 'drop', 'refused notOfTheOrganisation didNotApply'],
    ['record', 'first', 'drop', 'taken'],
    ['record', 'second', 'drop', 'taken'],
    ['record', 'owner', 'give', 'taken'],
    ['record', 'second', 'confirm', 'taken'],
    ['record confirm', 'first', 'record', 'refused noNotice noticeNotRecorded'],
    ['record confirm', 'second', 'confirm', 'refused noticeToConfirm'],
    ['record confirm', 'second', 'drop', 'refused noticeToConfirm'],
    ['record confirm', 'owner', 'give', 'refused noNotice'],
    ['record confirm', 'owner', 'object', 'taken'],
    ['give', 'first', 'record', 'refused noNotice'],
    ['proposeSuspension', 'first', 'record', 'taken'],
    ['proposeWithdrawal', 'first', 'record', 'refused noWithdrawal'],
    ['record proposeWithdrawal', 'second', 'confirm', 'refused noWithdrawal'],
    ['record proposeWithdrawal', 'owner', 'object', 'taken'],
    ['proposeWithdrawal', 'owner', 'give', 'taken'],
  ];
  for (const [before, by, act, answer] of rows) {
    it(`${before || 'nothing'} · ${act} by ${by}: ${answer}`, async () => {
      for (const step of before.split(' ').filter(Boolean)) {
        const people = who();
        await acts[step as Act](
          step === 'give' ? people.owner : step === 'confirm' ? people.second : people.first,
        );
      }
      expect(await refusalOf(acts[act](who()[by]))).to.equal(answer);
      expect(await state()).to.equal('active');
    });
  }

  it('leaves no file where it is refused, and one that both sides read where it is taken', async () => {
    const { deps } = service;
    const files = async () => (await deps.store.evidenceOf(holder.applicationId)).map(({ name }) => name);
    const before = await files();
    expect(await refusalOf(acts.record(holder.owner))).to.include('notOfTheOrganisation');
    expect(await files()).to.deep.equal(before);
    await acts.record(cast.officer);
    expect(await files()).to.deep.equal([...before, 'lettre.txt']);
    const [document = ''] = (await labelNow(service, holder.number)).label.words?.at(-1)?.documents ?? [];
    for (const person of [holder.owner, second]) {
      expect((await readEvidence(deps, person, document)).bytes.toString()).to.contain(
        'nous rendons notre label',
      );
    }
  });

  it('waits for another officer, who is told', async () => {
    await acts.record(cast.officer);
    await service.work();
    expect(service.letters.map(({ kind, to }) => [kind, to])) //
      .to.include.deep.members([['noticeRecorded', second.email]])
      .and.to.not.include.deep.members([['noticeRecorded', cast.officer.email]]);
    const { lines } = await listFollowUp(service.deps, second);
    expect(lines.map(({ what }) => what)).to.deep.equal(['noticeRecorded']);
    await pass('2027-01-31T09:00:00.000Z');
    expect(await state(), 'one officer ends nothing').to.equal('active');
  });

  it('ends the label ten days after it was confirmed at the earliest, unless its holder objects', async () => {
    await acts.record(cast.officer);
    await acts.confirm(second);
    service.letters.length = 0;
    await service.work();
    const [told] = service.letters.filter(({ to }) => to === holder.owner.email);
    expect(told?.subject).to.contain('sa fin est annoncée');
    expect(told?.text.replaceAll(/[\u00a0\u202f]/g, ' '))
      .to.contain('11 décembre 2026')
      .and.to.contain('Opposez-vous');
    const of = { organisationId: holder.organisationId, number: holder.number };
    expect((await labelTasks(service.deps, holder.owner, of)).map(({ what, dueAt }) => [what, dueAt])) //
      .to.deep.equal([['notice', '2026-12-11T22:59:59.999Z']]);
    await pass('2026-12-11T22:59:59.999Z');
    expect(await state()).to.equal('active');
    expect(await refusalOf(acts.object(holder.owner))).to.equal('taken');
    await service.work();
    expect(
      service.letters.some(({ kind, to }) => kind === 'labelWaits' && to !== holder.owner.email),
    ).to.equal(true);
    await pass('2026-12-20T09:00:00.000Z');
    expect(await state()).to.equal('active');

    service.setClock(begin);
    await acts.record(cast.officer);
    await acts.confirm(second);
    await pass('2026-12-11T23:00:00.000Z');
    expect(await state()).to.equal('terminated');
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  const proceedings: readonly (readonly [
    string,
    readonly string[],
    'suspension' | 'withdrawal' | undefined,
  ])[] = [
    ['nothing', [], undefined],
    ['a suspension that is heard', ['proposeSuspension'], 'suspension'],
    ['a suspension in force', ['suspend'], 'suspension'],
    ['a withdrawal that is heard', ['proposeWithdrawal'], 'withdrawal'],
    ['a withdrawal of a suspended label', ['suspend', 'proposeWithdrawal'], 'withdrawal'],
  ];
  for (const [under, steps, during] of proceedings) {
    it(`is published as what it is where its holder gives it themselves under ${under}`, async () => {
      for (const step of steps) {
        if (step === 'suspend') await suspendNow(service, cast.officer, holder.number, '2027-03-31');
        else await acts[step as Act](cast.officer);
      }
      await acts.give(holder.owner);
      await pass('2026-12-24T23:00:00.000Z');
      await service.work();
      const { label } = await labelNow(service, holder.number);
      expect([label.state, label.context.hearing, label.history.at(-1)?.during]).to.deep.equal([
        'terminated',
        null,
        during,
      ]);
      const entry = await service.deps.store.entry(holder.number);
      expect(entry?.history.at(-1)).to.deep.equal({
        state: 'terminated',
        on: '2026-12-25',
        ...(during && { during }),
      });
      const { facts } =
        (await service.deps.store.records(`labels/${holder.number}`)).findLast(
          ({ event }) => event?.type === 'noticeEnded',
        ) ?? {};
      expect(facts).to.deep.equal([...(during ? ['label.proceedingsEnded'] : []), 'label.terminated']);
      const last = service.letters.findLast(
        ({ kind, to }) => kind === 'labelSanction' && to === holder.owner.email,
      );
      expect(last?.text.includes('La procédure en cours s’arrête là')).to.equal(during !== undefined);
      expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
    });
  }
});
