import { expect } from 'chai';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { AssessmentEdit } from '../../../src/commands/items/assessmentEdit.ts';
import { registerOrganisation } from '../../../src/commands/people/organisations/registerOrganisation.ts';
import type { Answer } from '../../../src/criteria/assessment.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';

const answer = (criterion: string, comment: string) =>
  ({ criterion, level: 2, na: false, evidence: '', comment }) as const;

describe('storage/selfAssessmentStore', () => {
  let service: TestService;
  let id: string;
  before(async () => {
    service = await testService('self-assessment');
    const owner = await service.person('owner');
    const organisationId = await registerOrganisation(service.deps, owner, specimen.organisation);
    id = await startApplication(service.deps, requireVisible(await service.deps.store.person(owner.id)), {
      organisationId,
    });
  });
  after(() => service.stop());

  const edit = (applicationId: string, what: AssessmentEdit) => {
    const { store, ids, clock } = service.deps;
    const by = { id: ids.next(), at: clock.now().toISOString(), actor: systemActor };
    return store.editSelfAssessment(applicationId, what, by);
  };
  const copy = async () => requireVisible(await service.deps.store.selfAssessment(id));

  it('loses no answer of two concurrent saves', async () => {
    const before = (await copy()).revision;
    const criteria = ['FIN-01', 'FIN-03', 'GOU-01', 'GOU-02', 'TRA-01', 'TRA-02', 'ENV-01', 'ENV-03'];
    await Promise.all(
      criteria.map((criterion) =>
        edit(id, { part: 'answer', offerId: '', answer: answer(criterion, criterion), before: null }),
      ),
    );
    const after = await copy();
    expect(after.answers.map((given) => given.criterion).sort()).to.deep.equal([...criteria].sort());
    expect(after.revision).to.equal(before + criteria.length);
  });

  it('accepts a new offer while there is room, and a known one always', async () => {
    const { deps } = service;
    const { id: own } = await filledDraft(deps, await service.person('with offers'));
    const named = async () =>
      requireVisible(await deps.store.selfAssessment(own)).offersNamed.map(({ name }) => name);
    const before = await named();
    const max = before.length + 1;
    const add = (offerId: string, name: string) =>
      edit(own, { part: 'offer', offer: { id: offerId, name, type: 'food', sheet: '' }, max });
    await add('ROOM', 'Pain');
    expect(await refusalOf(add('MORE', 'Tarte'))).to.equal('stale');
    await add('ROOM', 'Pain bis');
    expect(await named()).to.deep.equal([...before, 'Pain bis']);
  });

  it('accepts one of two concurrent replacements, and reports the other as stale', async () => {
    const save = (comment: string, before: Answer | null) =>
      edit(id, { part: 'answer', offerId: '', answer: answer('COO-05', comment), before });
    await save('first', null);
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((comment) => save(comment, answer('COO-05', 'first'))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    );
    expect(refused).to.deep.equal(['LabelError: stale', 'LabelError: stale']);
  });

  it('stores typed text as text, whatever it looks like', async () => {
    const typed = '$facts <b>{"$gt": ""}</b> $$ROOT';
    await edit(id, { part: 'answer', offerId: '', answer: answer('FIN-04', typed), before: null });
    const saved = (await copy()).answers.find((given) => given.criterion === 'FIN-04');
    expect(saved?.comment).to.equal(typed);
  });

  it('replaces an answer and keeps the others, of an offer too', async () => {
    const offer = { id: 'O1', name: '$name', type: 'service', sheet: '' } as const;
    await edit(id, { part: 'offer', offer, max: 50 });
    await edit(id, { part: 'facts', offerId: 'O1', facts: { O03: 80 } });
    await edit(id, { part: 'answer', offerId: 'O1', answer: answer('OFR-03', 'first'), before: null });
    await edit(id, { part: 'answer', offerId: 'O1', answer: answer('OFR-04', 'other'), before: null });
    await edit(id, {
      part: 'answer',
      offerId: 'O1',
      answer: answer('OFR-03', 'second'),
      before: answer('OFR-03', 'first'),
    });
    await edit(id, { part: 'offer', offer: { ...offer, name: 'renamed' } });
    const { offers, offersNamed } = await copy();
    expect(offersNamed).to.deep.equal([{ ...offer, name: 'renamed' }]);
    expect(offers).to.deep.equal([
      {
        offerId: 'O1',
        facts: { O00: 'service', O03: 80 },
        answers: [answer('OFR-03', 'second'), answer('OFR-04', 'other')],
      },
    ]);
  });
});
