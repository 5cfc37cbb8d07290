import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { traceOf } from '../../../src/commands/common/traceOf.ts';
import type { Store } from '../../../src/commands/ports/ports.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('a store under a view', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let other: string;
  let organisationId: string;
  let reviewId: string;

  before(async () => {
    service = await testService('view');
    cast = await castOf(service);
    const draft = await filledDraft(service.deps, cast.owner);
    id = draft.id;
    [reviewId = ''] = await advanceToEvaluation(service.deps, cast, id, draft.owner);
    organisationId = (await currentApplication(service.deps, id)).context.organisationId;
    other = (await filledDraft(service.deps, await service.person('someone-else'))).id;
  });
  after(() => service.stop());

  const states = ['draft', 'evaluation'] as const;

  /** Everything that a store tells of the file, as texts. */
  const told = async (store: Store): Promise<string> =>
    JSON.stringify([
      await store.organisation(organisationId),
      await store.organisations([organisationId]),
      await store.application(id),
      await store.applicationsOf([organisationId]),
      (await store.applicationsIn(states, { limit: 0 })).filter((file) => file.id === id),
      await store.review(reviewId),
      await store.reviewsOf(id),
      await store.reviewsBy(cast.reviewers[0].id),
      await store.labelsOf(organisationId),
      await store.selfAssessment(id),
      await store.snapshot(id, 1),
      await store.records(`applications/${id}`),
      await store.records(`organisations/${organisationId}`),
      await store.records(`selfAssessments/${id}`),
      await store.peopleOf(organisationId),
      await store.tiesTowards(organisationId),
      await store.submittedIn(['evaluation'], 0),
      [...(await store.countIn(['evaluation']))],
      await store.applications([id]),
      [...(await store.frozenNames([await currentApplication(service.deps, id)]))],
      await store.applicants('', 10),
    ]);

  it('shows the file to people who are not barred', async () => {
    const open = await told(service.deps.store.seenBy({ except: ['another'] }));
    expect(open).to.equal(await told(service.deps.store));
    expect(await told(service.deps.store.seenBy({ only: [organisationId] }))).to.equal(open);
  });

  it('hides the whole file from barred people and outsiders, and nothing else', async () => {
    for (const view of [{ except: [organisationId] }, { only: ['another'] }, { only: [] }]) {
      const store = service.deps.store.seenBy(view);
      const said = await told(store);
      expect(said).to.equal(
        JSON.stringify([
          null,
          [],
          null,
          [],
          [],
          null,
          [],
          [],
          [],
          null,
          null,
          [],
          [],
          [],
          [],
          [],
          [],
          [],
          [],
          [],
          [],
        ]),
      );
    }
    const barred = service.deps.store.seenBy({ except: [organisationId] });
    const rest = await barred.applicationsIn(states, { limit: 0 });
    expect(rest.map((file) => file.id)).to.deep.equal([other]);
  });

  it('writes nothing outside itself', async () => {
    const { deps } = service;
    const store = deps.store.seenBy({ except: [organisationId] });
    const application = await currentApplication(deps, id);
    const review = requireVisible(await deps.store.review(reviewId));
    const by = traceOf(deps, cast.officer, organisationId);
    const score = { offerId: '', criterion: 'FIN-01', level: 2, comment: '' } as const;
    const record = { ...by, event: null, facts: [], data: {} };
    const changes = [
      [{ kind: 'applications', before: application, after: application, record }],
      [{ kind: 'reviews', before: review, after: review, record }],
    ] as const;
    const before = await told(deps.store);
    for (const attempt of [
      () => store.editSelfAssessment(id, { part: 'showScores', showScores: false }, by),
      () => store.saveScore(reviewId, score, null, by),
      ...changes.map((change) => () => store.commit(change)),
    ]) {
      const error = await attempt().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(String(error)).to.equal('LabelError: notFound');
    }
    expect(await told(deps.store)).to.equal(before);
  });
});
