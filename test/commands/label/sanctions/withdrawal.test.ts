import { expect } from 'chai';
import {
  concludeWithdrawal,
  deferWithdrawal,
} from '../../../../src/commands/committee/decision/concludeWithdrawal.ts';
import { withdrawalItem } from '../../../../src/commands/committee/session/agendaItem.ts';
import { castVote } from '../../../../src/commands/committee/session/castVote.ts';
import { minutesOf } from '../../../../src/commands/committee/session/minutesOf.ts';
import { closeSession } from '../../../../src/commands/committee/session/moveSession.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { answerHearing } from '../../../../src/commands/label/sanctions/hearing.ts';
import { proposeWithdrawal } from '../../../../src/commands/label/sanctions/suspension.ts';
import { listFollowUp } from '../../../../src/commands/label/views/listFollowUp.ts';
import { endOfDay } from '../../../../src/register/day.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn, sessionVersion } from '../../../support/committeeSession.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { labelNow, suspendNow } from '../../../support/labelSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const reason = 'Spécimen : le label figure depuis un an sur des produits d’ailleurs.';

describe('the withdrawal of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let sessionId: string;
  before(async () => {
    service = await testService('withdrawal');
    cast = await castOf(service);
    service.setClock('2026-12-01T09:00:00.000Z');
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());
  beforeEach(() => {
    service.letters.length = 0;
  });

  const at = async () => (await labelNow(service, holder.number)).at;
  const propose = async (by: Person) =>
    proposeWithdrawal(service.deps, by, { ...(await at()), code: 'misuse', reason });
  const conclude = async (
    outcome: 'withdrawn' | 'kept',
    by = cast.committee[0],
    until: string | null = null,
  ) => concludeWithdrawal(service.deps, by, { ...(await at()), outcome, reason, until });
  const vote = async (choice: 'for' | 'against') => {
    const item = withdrawalItem((await labelNow(service, holder.number)).label);
    for (const person of cast.committee)
      await castVote(service.deps, person, {
        applicationId: holder.applicationId,
        item,
        choice,
        reason: 'Spécimen',
      });
  };
  const subjects = () =>
    service.letters
      .filter(({ kind }) => kind === 'labelSanction')
      .map(({ subject }) => subject.replaceAll(/[\u00a0\u202f]/g, ' '));

  it('is proposed by an officer, waits for a session, and is concluded by its chair alone, once the holder was heard', async () => {
    expect(await refusalOf(openSessionOn(service.deps, cast, holder.applicationId))).to.equal(
      'refused filesInDeliberation',
    );
    await propose(cast.officer);
    await service.work();
    expect(subjects()).to.deep.equal([`Label ${holder.number} : un retrait est proposé au comité`]);
    expect((await listFollowUp(service.deps, cast.officer)).lines.map(({ what }) => what)).to.include(
      'withdrawalProposed',
    );
    expect(await refusalOf(conclude('withdrawn'))).to.include('inOpenSession');
    sessionId = await openSessionOn(service.deps, cast, holder.applicationId);
    expect(await refusalOf(conclude('withdrawn'))).to.equal('refused votesRecorded withdrawalHeard');
    await answerHearing(service.deps, holder.owner, { ...(await at()), text: 'Spécimen : c’est corrigé.' });
    const version = await sessionVersion(service.deps, sessionId);
    expect(await refusalOf(closeSession(service.deps, cast.committee[0], version))).to.equal(
      'refused agendaConcluded',
    );
    await vote('against');
    expect(await refusalOf(conclude('withdrawn')), 'against the votes').to.equal('refused votesRecorded');
    expect(await refusalOf(conclude('kept', cast.committee[1]))).to.equal('refused chairsThisFile');
    expect(await refusalOf(conclude('kept', cast.officer))).to.include('didNotKeep');
  });

  it('that the committee does not want leaves the label as it is, with minutes and a letter', async () => {
    await conclude('kept');
    await closeAndApprove(service.deps, cast, sessionId);
    await service.work();
    const { label } = await labelNow(service, holder.number);
    expect([label.state, label.context.hearing]).to.deep.equal(['active', null]);
    expect(subjects()).to.deep.equal([`Label ${holder.number} : le comité maintient votre label`]);
    const session = requireVisible(await service.deps.store.session(sessionId));
    const { files } = await minutesOf(service.deps, session);
    expect(files.map(({ outcome, ballots }) => [outcome, ballots.length])).to.deep.equal([['kept', 3]]);
  });

  it('can be put off, and gives a suspended label that is kept a new day', async () => {
    await suspendNow(service, cast.officer, holder.number, '2027-01-31');
    await propose(cast.officer);
    await answerHearing(service.deps, holder.owner, { ...(await at()), text: 'Spécimen.' });
    const first = await openSessionOn(service.deps, cast, holder.applicationId);
    await deferWithdrawal(service.deps, cast.committee[0], { ...(await at()), reason: 'Preuve à lire.' });
    await closeAndApprove(service.deps, cast, first);
    sessionId = await openSessionOn(service.deps, cast, holder.applicationId);
    await vote('against');
    expect(await refusalOf(conclude('kept'))).to.equal('refused dueInFuture');
    await conclude('kept', cast.committee[0], '2027-03-31');
    await closeAndApprove(service.deps, cast, sessionId);
    const { label } = await labelNow(service, holder.number);
    expect([label.state, label.context.dueAt]).to.deep.equal(['suspended', endOfDay('2027-03-31')]);
  });

  it('flips state, register and status list, sets a day for the mark, and can be appealed', async () => {
    await propose(cast.officer);
    await answerHearing(service.deps, holder.owner, { ...(await at()), text: 'Spécimen.' });
    sessionId = await openSessionOn(service.deps, cast, holder.applicationId);
    await vote('for');
    await conclude('withdrawn');
    const { label } = await labelNow(service, holder.number);
    expect(label.state).to.equal('withdrawn');
    expect((await service.deps.store.entry(holder.number))?.state).to.equal('withdrawn');
    expect(label.context.appealable.map(({ against }) => against)).to.include('withdrawal');
    await closeAndApprove(service.deps, cast, sessionId);
    await service.work();
    expect(subjects()).to.include(`Votre label ${holder.number} est retiré`);
    expect(await service.deps.store.statusBits('revocation', 1)).to.have.length(1);
    const tasks = await service.deps.store.surveillancesOf([holder.number]);
    expect(tasks.map(({ state, context }) => [context.task, state])).to.deep.include(['markRemoval', 'due']);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
});
