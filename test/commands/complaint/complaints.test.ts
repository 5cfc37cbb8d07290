import { expect } from 'chai';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { contestComplaint, openComplaint } from '../../../src/commands/complaint/contestComplaint.ts';
import { followComplaints } from '../../../src/commands/complaint/followComplaints.ts';
import { giveStatement, viewStatement } from '../../../src/commands/complaint/giveStatement.ts';
import {
  answerComplaint,
  askHolder,
  noteOnComplaint,
  takeComplaint,
} from '../../../src/commands/complaint/handleComplaint.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { type Language, languages } from '../../../src/criteria/scheme.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { castOf } from '../../support/applicationSteps.ts';
import { complaintVersion, currentComplaint, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('a complaint', () => {
  let service: TestService;
  let label: IssuedLabel;
  let officer: Person;
  let colleague: Person;
  before(async () => {
    service = await testService('complaints');
    label = await issueLabel(service, await castOf(service), 'holder');
    officer = await service.person('desk-1', 'officer');
    colleague = await service.person('desk-2', 'officer');
  });
  beforeEach(() => {
    service.setClock('2026-11-09T08:00:00.000Z');
    service.letters.length = 0;
  });
  afterEach(async () => {
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
  after(() => service.stop());

  const take = async (by: Person, id: string) =>
    takeComplaint(service.deps, by, await complaintVersion(service, id));
  const answer = async (
    by: Person,
    id: string,
    outcome: 'founded' | 'partlyFounded' | 'unfounded' = 'founded',
  ) => {
    const done = outcome === 'unfounded' ? '' : 'L’autocollant est retiré.';
    await answerComplaint(service.deps, by, {
      ...(await complaintVersion(service, id)),
      outcome,
      reason,
      done,
    });
    await service.work();
  };
  const contest = async (key: { number: string; secret: string }) => {
    await contestComplaint(service.deps, {
      ...key,
      grounds: `${reason} Ce n’est pas vrai.`,
      request: 'test',
    });
    await service.work();
  };
  const stateOf = async (id: string) => (await currentComplaint(service, id)).state;
  const sent = (kind: string) => service.letters.filter((letter) => letter.kind === kind);
  const labelOf = () => ({ organisationId: label.organisationId, labelNumber: label.number });

  it('is acknowledged at once, to its address alone, and told to officers', async () => {
    const { number } = await sendComplaint(service, { email: 'witness@specimen.example' });
    expect(await stateOf(number)).to.equal('acknowledged');
    expect(sent('complaintAcknowledged').map(({ to }) => to)).to.deep.equal(['witness@specimen.example']);
    expect(sent('complaintAcknowledged')[0]?.text).to.include(number).and.to.include('23 novembre 2026');
    expect(sent('complaintWaits').map(({ to }) => to)).to.include.members([officer.email, colleague.email]);
    service.letters.length = 0;
    await sendComplaint(service);
    expect(sent('complaintAcknowledged'), 'nobody left an address').to.deep.equal([]);
  });

  for (const language of languages) {
    it(`is answered in its language: ${language}`, async () => {
      const email = `witness-${language}@specimen.example`;
      const { number } = await sendComplaint(service, { email, language });
      await take(officer, number);
      await answer(officer, number);
      const all = service.letters.filter(({ to }) => to === email);
      expect(all.map(({ kind }) => kind)).to.deep.equal(['complaintAcknowledged', 'complaintAnswered']);
      const month: Record<Language, string> = {
        fr: 'décembre',
        de: 'Dezember',
        it: 'dicembre',
        en: 'December',
      };
      expect(all[1]?.text).to.include(reason).and.include('retiré').and.include(month[language]);
    });
  }

  it('is read by number and secret, contested once, and then answered for good by somebody else', async () => {
    const key = await sendComplaint(service, { email: 'again@specimen.example' });
    const { number } = key;
    await take(officer, number);
    expect((await openComplaint(service.deps, key)).state).to.equal('inquiry');
    await noteOnComplaint(service.deps, officer, {
      ...(await complaintVersion(service, number)),
      note: 'À voir avec la commune.',
    });
    await answer(officer, number, 'unfounded');
    const read = await openComplaint(service.deps, key);
    expect([read.state, read.outcome, read.mayContest]).to.deep.equal(['unfounded', 'unfounded', true]);
    expect(JSON.stringify(read), 'notes stay inside').to.include(reason).and.not.include('commune');
    await contest(key);
    expect(await stateOf(number)).to.equal('reopened');
    expect((await currentComplaint(service, number)).context.dueAt).to.equal('2026-11-23T22:59:59.999Z');
    expect(sent('complaintReopened')).to.have.length(1);
    expect(await refusalOf(take(officer, number))).to.equal('refused didNotAnswerComplaint');
    await take(colleague, number);
    await answer(colleague, number, 'partlyFounded');
    const last = await openComplaint(service.deps, key);
    expect([last.state, last.outcome, last.mayContest]).to.deep.equal(['closed', 'partlyFounded', false]);
    expect(await refusalOf(contest(key))).to.equal('refused wrongState');
    expect(sent('complaintAnswered').map(({ text }) => text.includes('ne se conteste plus'))).to.deep.equal([
      false,
      true,
    ]);
  });

  it('is contested in time only, and closes by the clock afterwards, once', async () => {
    const key = await sendComplaint(service);
    await take(officer, key.number);
    await answer(officer, key.number);
    const { dueAt } = (await currentComplaint(service, key.number)).context;
    expect(dueAt).to.equal('2026-12-09T22:59:59.999Z');
    await expireDeadlines(service.deps, new Date(Date.parse(dueAt) - 1));
    expect(await stateOf(key.number)).to.equal('answered');
    service.setClock(dueAt);
    expect(await refusalOf(contest(key))).to.equal('refused contestInTime');
    expect(await expireDeadlines(service.deps, new Date(dueAt))).to.be.greaterThan(0);
    expect(await stateOf(key.number)).to.equal('closed');
    await expireDeadlines(service.deps, new Date(dueAt));
    expect((await service.deps.store.records(`complaints/${key.number}`)).at(-1)?.facts).to.deep.equal([
      'complaint.closed',
    ]);
  });

  it('opens with its secret and with no other, whether the number exists or not', async () => {
    const mine = await sendComplaint(service);
    const another = await sendComplaint(service);
    const open = (number: string, secret: string) =>
      refusalOf(openComplaint(service.deps, { number, secret }));
    const refused = 'invalid secret:secretWrong';
    expect(await open(mine.number, mine.secret.toLowerCase().replaceAll('-', ' '))).to.equal('taken');
    expect(await open(mine.number, another.secret)).to.equal(refused);
    expect(await open(mine.number, '')).to.equal(refused);
    expect(await open('C-26-99999-X', mine.secret)).to.equal(refused);
    expect(await refusalOf(contest({ ...mine, secret: another.secret }))).to.equal(refused);
  });

  it('asks the holder, who answers without learning who complained or how', async () => {
    const words = 'Ma cousine y travaille, et personne n’est payé.';
    const about = {
      number: label.number,
      kind: 'criteria',
      text: words,
      email: 'cousin@specimen.example',
    } as const;
    const { number } = await sendComplaint(service, about);
    await take(officer, number);
    const question = 'Comment payez-vous les personnes qui travaillent au magasin ?';
    await askHolder(service.deps, officer, { ...(await complaintVersion(service, number)), question });
    await service.work();
    const [letter] = sent('statementAsked');
    expect([letter?.to, sent('statementAsked').length]).to.deep.equal([label.owner.email, 1]);
    expect(letter?.text).to.include('16 novembre 2026').and.to.include(`/statements/${number}`);
    const page = await viewStatement(service.deps, label.owner, { ...labelOf(), complaintId: number });
    expect(page).to.include({ mayAnswer: true, labelNumber: label.number, kind: 'criteria' });
    const seen = `${JSON.stringify(page)}${letter?.text}`;
    expect(seen).to.not.match(/cousin/i);
    expect(JSON.stringify(page)).to.include(question);
    const say = async (by: Person, statement: string) =>
      giveStatement(service.deps, by, {
        ...(await complaintVersion(service, number)),
        ...labelOf(),
        statement,
      });
    expect(await refusalOf(say(colleague, 'x'))).to.equal('notFound');
    await say(label.owner, 'Selon la convention collective.');
    await service.work();
    expect(sent('complaintMoved').map(({ to }) => to)).to.deep.equal([officer.email]);
    expect(await refusalOf(say(label.owner, 'Encore.'))).to.equal('refused statementAsked');
    await answer(officer, number, 'unfounded');
    expect(sent('complaintSettled').map(({ to }) => to)).to.deep.equal([label.owner.email]);
    expect(sent('complaintAnswered').map(({ to }) => to)).to.deep.equal(['cousin@specimen.example']);
    expect(sent('complaintSettled')[0]?.text).to.not.include(reason);
  });

  it('is recalled to its handler before the end of its time, and to officers after it, each once', async () => {
    const { number, dueAt } = await sendComplaint(service);
    await take(officer, number);
    service.letters.length = 0;
    const run = async (at: string) => {
      service.setClock(at);
      await followComplaints(service.deps, new Date(at));
      await service.work();
      return service.letters.splice(0).filter(({ text }) => text.includes(number));
    };
    expect(await run('2026-11-18T07:20:00.000Z')).to.deep.equal([]);
    const reminded = await run('2026-11-19T07:20:00.000Z');
    expect(reminded.map(({ kind, to }) => [kind, to])).to.deep.equal([['complaintMoved', officer.email]]);
    expect(await run('2026-11-20T07:20:00.000Z'), 'once').to.deep.equal([]);
    expect(await run(dueAt), 'its last instant is in time').to.deep.equal([]);
    const late = await run('2026-11-24T07:20:00.000Z');
    expect(new Set(late.map(({ kind }) => kind))).to.deep.equal(new Set(['complaintWaits']));
    expect(late.map(({ to }) => to)).to.include.members([officer.email, colleague.email]);
    expect(await run('2026-11-25T07:20:00.000Z'), 'once').to.deep.equal([]);
    expect(await stateOf(number), 'nothing by itself').to.equal('inquiry');
  });
});
