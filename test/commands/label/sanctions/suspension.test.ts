import { expect } from 'chai';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { answerHearing } from '../../../../src/commands/label/sanctions/hearing.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  suspendLabel,
} from '../../../../src/commands/label/sanctions/suspension.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { labelNow, restoreNow, suspendNow } from '../../../support/labelSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { suspension } from '../../../support/samples/suspension.ts';

const reason = 'Spécimen : nous avons lu votre réponse, et rien ne change pour le moment.';
const start = '2026-12-01T09:00:00.000Z';
const until = '2027-01-31';

describe('the suspension of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('suspension');
    cast = await castOf(service);
    service.setClock(start);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());
  beforeEach(() => {
    service.letters.length = 0;
  });

  const { urgent: _, ...grounds } = suspension;
  const now = () => labelNow(service, holder.number);
  const at = async () => (await now()).at;
  const propose = async (by: Person) => proposeSuspension(service.deps, by, { ...(await at()), ...grounds });
  const suspend = async (by: Person, urgent: boolean) =>
    suspendLabel(service.deps, by, { ...(await at()), ...grounds, until, urgent });
  const answer = async (by: Person, text = 'Spécimen : les macarons sont enlevés.') =>
    answerHearing(service.deps, by, { ...(await at()), text });
  const told = () =>
    service.letters
      .filter(({ kind }) => kind === 'labelSanction' || kind === 'labelWaits')
      .map(({ kind, to, subject }) => [
        kind,
        subject.replace(holder.number, 'N').replaceAll(/[\u00a0\u202f]/g, ' '),
        to,
      ]);

  it('is proposed by an officer without a part in the evaluation, and told to the holder, who stays valid', async () => {
    expect(await refusalOf(propose(holder.owner))).to.equal('refused notOfTheOrganisation didNotApply');
    expect(await refusalOf(propose(cast.reviewers[0]))).to.include('didNotScore');
    const short = proposeSuspension(service.deps, cast.officer, { ...(await at()), ...grounds, reason: 'x' });
    expect(await refusalOf(short)).to.equal('invalid reason:tooShort');
    await propose(cast.officer);
    await service.work();
    const { label } = await now();
    expect([label.state, label.context.hearing?.about, label.context.hearing?.code]).to.deep.equal([
      'active',
      'suspension',
      'misuse',
    ]);
    expect(told()).to.deep.equal([
      ['labelSanction', 'Label N : une suspension est proposée', holder.owner.email],
    ]);
    expect(await refusalOf(propose(cast.officer))).to.equal('refused noHearing');
    expect(await refusalOf(suspend(cast.officer, false)), 'not heard').to.equal('refused heardOrUrgent');
  });

  it('is answered by the holder, which officers are told, and dropped or carried out after that', async () => {
    expect(await refusalOf(answer(cast.officer))).to.equal('refused byOrganisation');
    expect(await refusalOf(answer(holder.owner, '  '))).to.equal('refused answerGiven');
    await answer(holder.owner);
    await service.work();
    expect(told()).to.deep.include(['labelWaits', 'Label N : l’organisation a répondu', cast.officer.email]);
    const dropping = dropProposal(service.deps, cast.officer, { ...(await at()), reason });
    await dropping;
    await service.work();
    expect((await now()).label.context.hearing).to.equal(null);
    expect(told().at(-1)).to.deep.equal([
      'labelSanction',
      'Label N : la proposition est abandonnée',
      holder.owner.email,
    ]);
    await propose(cast.officer);
    await answer(holder.owner);
    await suspend(cast.officer, false);
    const { label } = await now();
    expect([label.state, label.context.hearing]).to.deep.equal(['suspended', null]);
    expect((await service.deps.store.entry(holder.number))?.state, 'in the same transaction').to.equal(
      'suspended',
    );
    await service.work();
    expect(await service.deps.store.statusBits('suspension', 1)).to.have.length(1);
    expect(label.words?.map(({ step }) => step)).to.deep.equal([
      'proposeSuspension',
      'answerHearing',
      'dropProposal',
      'proposeSuspension',
      'answerHearing',
      'suspend',
    ]);
    expect(label.context.appealable.map(({ against }) => against)).to.deep.equal(['suspension']);
  });

  it('ends once an officer checked, with a new certificate, and says what was checked', async () => {
    await restoreNow(service, cast.officer, holder.number, 'Macarons enlevés, photos reçues.');
    const { label } = await now();
    expect([label.state, label.words?.at(-1)?.text]).to.deep.equal([
      'active',
      'Macarons enlevés, photos reçues.',
    ]);
    expect(await service.deps.store.statusBits('suspension', 1)).to.deep.equal([]);
    expect(told()).to.deep.equal([
      ['labelSanction', 'Votre label N est de nouveau valable', holder.owner.email],
    ]);
  });

  it('can come first where it is urgent; the holder is heard after it and gets an answer', async () => {
    await suspendNow(service, cast.officer, holder.number, until);
    expect(told()).to.deep.equal([
      ['labelSanction', 'Votre label N est suspendu d’urgence', holder.owner.email],
    ]);
    const confirm = async (by: Person) => confirmSuspension(service.deps, by, { ...(await at()), reason });
    expect(await refusalOf(confirm(cast.officer))).to.equal('refused suspensionHeard');
    await answer(holder.owner);
    await confirm(cast.officer);
    await service.work();
    expect((await now()).label.context.hearing).to.equal(null);
    expect(told().at(-1)).to.deep.equal([
      'labelSanction',
      'Label N : la suspension est confirmée',
      holder.owner.email,
    ]);
  });

  it('that is not put right in time waits for officers, who are told, and for nothing else', async () => {
    service.setClock('2027-02-01T09:00:00.000Z');
    await expireDeadlines(service.deps, service.deps.clock.now());
    await service.work();
    expect((await now()).label.state).to.equal('withdrawalPending');
    expect(told()).to.have.deep.members([
      ['labelSanction', 'Label N : le délai pour corriger est passé', holder.owner.email],
      ['labelWaits', 'Label N : le délai de la suspension est passé', cast.officer.email],
      ['labelWaits', 'Label N : le délai de la suspension est passé', cast.rapporteur.email],
    ]);
    await restoreNow(service, cast.officer, holder.number, 'Tout est corrigé.');
    expect((await now()).label.state).to.equal('active');
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
});
