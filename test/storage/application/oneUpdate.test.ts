import { expect } from 'chai';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Answer } from '../../../src/criteria/assessment.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { type Profiled, profiled } from '../../support/run/profiled.ts';
import { type TestService, testService } from '../../support/run/service.ts';

/** An update as the profiler noted it, with what it cost. */
type Update = Profiled & {
  readonly keysExamined: number;
  readonly docsExamined: number;
  readonly command: { readonly q: object; readonly u: Readonly<Record<string, Record<string, unknown>>> };
};

describe('saving one answer in a full file', () => {
  let service: TestService;
  let id: string;
  let owner: Awaited<ReturnType<TestService['person']>>;
  before(async () => {
    service = await testService('one-update');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
  });
  after(() => service.stop());

  const copy = async () => requireVisible(await service.deps.store.selfAssessment(id));
  const updatesOf = async (work: () => Promise<unknown>): Promise<Update[]> => {
    const all = await profiled(service.connection, work);
    return all.filter(({ op, ns }) => op === 'update' && ns.endsWith('.selfAssessments')) as Update[];
  };
  const requireIndexed = ({ planSummary, keysExamined, docsExamined }: Update) => {
    expect(planSummary).to.match(/^(IDHACK|EXPRESS_IXSCAN|IXSCAN) ?\{ _id: 1 \}|^IDHACK/);
    expect(keysExamined).to.be.at.most(1);
    expect(docsExamined).to.be.at.most(1);
  };

  it('is one indexed update of that answer only', async () => {
    const { answers, offers } = await copy();
    const offer = requireVisible(offers[0]);
    for (const [offerId, answer, path] of [
      ['', requireVisible(answers[3]), 'answers.$[answer]'],
      [offer.offerId, requireVisible(offer.answers[1]), 'offers.$[offer].answers.$[answer]'],
    ] as const) {
      const comment = `Un mot de plus ${offerId}`;
      const updates = await updatesOf(() =>
        answerCriterion(service.deps, owner, { applicationId: id, offerId, answer: { ...answer, comment } }),
      );
      expect(updates, path).to.have.length(1);
      const [update] = updates as [Update];
      requireIndexed(update);
      const { u } = update.command;
      expect(Object.keys(u).sort()).to.deep.equal(['$inc', '$set']);
      expect(u.$inc).to.deep.equal({ revision: 1 });
      const paths = Object.keys(u.$set ?? {});
      const outside = paths.filter((written) => !written.startsWith(`${path}.`));
      expect(outside, 'parts of one answer, no list of them').to.deep.equal([]);
      expect(u.$set).to.deep.include({
        [`${path}.criterion`]: answer.criterion,
        [`${path}.comment`]: comment,
      });
    }
  });

  it('inserts a new answer, and writes figures one by one', async () => {
    const { answers } = await copy();
    const gone = requireVisible(answers[0]);
    await service.connection
      .collection<{ _id: string; answers: Answer[] }>('selfAssessments')
      .updateOne({ _id: id }, { $pull: { answers: { criterion: gone.criterion } } });
    const { revision: _, ...given } = gone;
    const [added] = (await updatesOf(() =>
      answerCriterion(service.deps, owner, { applicationId: id, offerId: '', answer: given }),
    )) as [Update];
    requireIndexed(added);
    expect(Object.keys(added.command.u.$push ?? {})).to.deep.equal(['answers']);
    expect(added.command.u.$push?.answers).to.deep.include({ ...given, revision: 1 });
    const { facts } = await copy();
    const [fact = '', value] = requireVisible(
      Object.entries(facts).find(([, one]) => typeof one === 'number'),
    );
    const [written] = (await updatesOf(() =>
      setFacts(service.deps, owner, { applicationId: id, offerId: '', facts: { [fact]: value } }),
    )) as [Update];
    requireIndexed(written);
    expect(written.command.u.$set).to.deep.equal({ [`facts.${fact}`]: value });
  });

  it('increments the save counters of the answer and of the copy', async () => {
    const before = await copy();
    const answer = requireVisible(before.answers[5]);
    await answerCriterion(service.deps, owner, { applicationId: id, offerId: '', answer });
    const after = await copy();
    expect(after.revision).to.equal(before.revision + 1);
    expect(after.answers[5]?.revision).to.equal((answer.revision ?? 0) + 1);
    expect(after.answers.filter((_, i) => i !== 5)).to.deep.equal(before.answers.filter((_, i) => i !== 5));
  });
});
