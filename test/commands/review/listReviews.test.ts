import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { listReviews } from '../../../src/commands/review/views/listReviews.ts';
import { profiled } from '../../support/run/profiled.ts';
import { queryPlan } from '../../support/run/queryPlan.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { manyFiles } from '../../support/samples/manyFiles.ts';

const queue = 500;

describe('a reviewer’s queue of 500 among 10,000 files', () => {
  let service: TestService;
  let reviewer: Person;
  before(async () => {
    service = await testService('list-reviews');
    reviewer = await service.person('reviewer', 'reviewer');
    const files = (await manyFiles(service.connection, 10_000)).filter(({ submittedAt }) => submittedAt);
    const on = (name: string) =>
      service.connection.collection<{ _id: string; context: { applicationId: string } }>(name);
    const reviewOf = (n: number, applicationId: string, personId: string) => ({
      _id: `R${String(n).padStart(6, '0')}`,
      machineVersion: 2,
      state: 'delivered',
      context: { reviewId: `R${n}`, applicationId, personId, dueAt: '2026-12-01T22:59:59.999Z' },
      organisationId: 'O000000',
      invitedAt: '2026-11-01T00:00:00.000Z',
      scores: [],
      revision: 1,
      head: { seq: 1, hash: 'f'.repeat(64) },
    });
    await on('reviews').insertMany(
      files
        .slice(0, 5000)
        .map(({ id }, n) => reviewOf(n, id, n % 10 === 0 ? reviewer.id : `other-${n % 10}`)),
    );
    const own = await on('reviews').find({ 'context.personId': reviewer.id }).toArray();
    await on('applications').bulkWrite(
      own.map(({ _id, context }) => ({
        updateOne: {
          filter: { _id: context.applicationId },
          update: {
            $set: { 'context.reviewers': [{ reviewId: _id, personId: reviewer.id, delivered: true }] },
          },
        },
      })),
    );
  });
  after(() => service.stop());

  it('reads from indexes only, and no more than is shown', async () => {
    let shown = 0;
    const asked = await profiled(service.connection, async () => {
      const { reviews, moderations } = await listReviews(service.deps, reviewer);
      expect(reviews).to.have.length(queue);
      shown = reviews.length + moderations.length;
    });
    const questions = await Promise.all(
      asked
        .filter(({ command }) => !('getMore' in command))
        .map((question) => queryPlan(service.connection, question)),
    );
    expect(questions.length, 'questions that do not grow with the queue').to.be.below(12);
    for (const { question, stages, documents } of questions) {
      expect(stages, question).to.not.include('COLLSCAN');
      expect(documents, question).to.be.at.most(shown);
    }
  });
});
