import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { settledPlaces } from '../../../src/commands/file/settledPlaces.ts';
import type { ReviewScore } from '../../../src/commands/items/items.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { exportPerson } from '../../../src/commands/privacy/views/exportPerson.ts';
import { deliverReview } from '../../../src/commands/review/evaluation/deliverReview.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type Profiled, profiled } from '../../support/run/profiled.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const note = 'Demander les comptes à une connaissance du canton.';

describe('the scores of a review', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let reviewIds: string[];
  beforeEach(async () => {
    service = await testService('review-scores');
    cast = await castOf(service);
    const draft = await filledDraft(service.deps, cast.owner);
    id = draft.id;
    reviewIds = await advanceToEvaluation(service.deps, cast, id, draft.owner);
  });
  afterEach(() => service.stop());

  const own = async (reviewId = reviewIds[0] ?? '') =>
    requireVisible(await service.deps.store.review(reviewId));
  const at = { offerId: '', criterion: 'FIN-01' } as const;
  const score = (part: Partial<ReviewScore>, before?: ReviewScore | null) =>
    scoreCriterion(service.deps, cast.reviewers[0], {
      reviewId: reviewIds[0] ?? '',
      score: { ...at, level: null, comment: '', ...part },
      ...(before !== undefined && { before }),
    });

  it('can be incomplete, and the gate lists what is missing', async () => {
    await score({ comment: 'À revoir' });
    const lacks = async () =>
      (await viewReview(service.deps, cast.reviewers[0], reviewIds[0] ?? '')).places.find(
        ({ criterion }) => criterion.id === 'FIN-01',
      )?.lacks;
    expect(await lacks()).to.deep.equal(['level']);
    await score({ level: 0, finding: { grade: 'major', text: ' ' } });
    expect(await lacks()).to.deep.equal(['comment', 'finding']);
    await score({
      level: 0,
      comment: 'Rien ne le montre.',
      finding: { grade: 'major', text: 'Les statuts.' },
    });
    expect(await lacks()).to.deep.equal([]);
  });

  it('cannot be delivered while a finding does not say what is missing', async () => {
    const [reviewId = ''] = reviewIds;
    const { places } = await viewReview(service.deps, cast.reviewers[0], reviewId);
    for (const { offerId, criterion, claim } of places) {
      const given = { offerId, criterion: criterion.id, level: claim.level, comment: '' };
      await scoreCriterion(service.deps, cast.reviewers[0], { reviewId, score: given });
    }
    const claimed = requireVisible(places[0]).claim.level;
    const attempt = async () =>
      refusalOf(
        deliverReview(service.deps, cast.reviewers[0], { reviewId, revision: (await own()).revision }),
      );
    await score({ level: claimed, finding: { grade: 'minor', text: '' } });
    expect(await attempt()).to.equal('refused findingDescribed');
    expect((await own()).state).to.equal('scoring');
    await score({ level: claimed, finding: { grade: 'minor', text: 'La date du bilan.' } });
    expect(await attempt()).to.equal('taken');
  });

  it('replace the version that was read in one indexed update; a second window is stale', async () => {
    await score({ level: 2, comment: 'Un', note });
    const [before] = (await own()).scores;
    const updates = async (work: () => Promise<unknown>) =>
      (await profiled(service.connection, work)).filter(
        ({ op, ns }) => op === 'update' && ns.endsWith('.reviews'),
      ) as (Profiled & { readonly docsExamined: number; readonly keysExamined: number })[];
    const written = await updates(() => score({ level: 3, comment: 'Deux' }, requireVisible(before)));
    expect(written).to.have.length(1);
    expect(written[0]?.planSummary).to.match(/^(IDHACK|EXPRESS_IXSCAN|IXSCAN)/);
    expect([written[0]?.docsExamined, written[0]?.keysExamined]).to.deep.equal([1, 1]);
    expect(Object.keys(written[0]?.command.u.$set)).to.deep.equal(['scores.$[score]']);
    expect(await refusalOf(score({ level: 1, comment: 'Trois' }, requireVisible(before)))).to.equal('stale');
    expect(await refusalOf(score({ level: 1, comment: 'Quatre' }, null))).to.equal('stale');
    expect((await own()).scores).to.deep.equal([
      { ...at, level: 3, comment: 'Deux', note: '', finding: null },
    ]);
  });

  it('keep a private note visible to its author only, who can export and remove it', async () => {
    const [first = '', second = ''] = reviewIds;
    await deliver(service.deps, cast.reviewers[0], first, { 'FIN-01': { level: 3, comment: 'Vu', note } });
    await deliver(service.deps, cast.reviewers[1], second);
    expect((await own()).scores[0]?.note).to.equal(note);
    const file = await frozenFile(service.deps, id);
    expect(JSON.stringify([file.reviews, settledPlaces(file)]))
      .to.include('Vu')
      .and.not.include(note);
    const other = await viewReview(service.deps, cast.reviewers[1], second);
    expect(JSON.stringify(other)).to.include('Vu').and.not.include(note);
    const records = await service.connection.collection('records').find({}).toArray();
    expect(JSON.stringify(records), 'the journal has no word of it').to.not.include(note);

    const exported = await exportPerson(service.deps, cast.reviewers[0]);
    expect(JSON.stringify(exported.parts)).to.include(note);
    await service.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { state: 'closed' } });
    const { email } = cast.reviewers[0];
    await erasePerson(service.deps, cast.reviewers[0], { personId: cast.reviewers[0].id, typed: email });
    const { scores } = await own();
    expect(JSON.stringify(scores)).to.include('Vu').and.not.include(note);
  });
});
