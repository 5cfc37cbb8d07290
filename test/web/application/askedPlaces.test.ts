// Tier: all. Budget: 10 s.
import { expect } from 'chai';
import { startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import { faultOfLine } from '../../../src/commands/application/transfer/lineFaults.ts';
import { exportAnswers } from '../../../src/commands/application/views/exportFile.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { cycleOfCopy } from '../../../src/commands/common/schemeOf.ts';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { claimsOf, settledOf } from '../../../src/commands/file/reviewMarks.ts';
import { settledPlaces } from '../../../src/commands/file/settledPlaces.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { marksOf } from '../../../src/scoring/marks.ts';
import { resultOf } from '../../../src/scoring/result.ts';
import { fileVerdictOf } from '../../../src/scoring/verdict.ts';
import { offerForm } from '../../../src/web/application/answers/ownOffer.view.ts';
import { scoreView } from '../../../src/web/application/answers/score.view.ts';
import { tasksView } from '../../../src/web/application/answers/tasks.view.ts';
import { themeForm } from '../../../src/web/application/answers/theme.view.ts';
import { type Cast, castOf, filledDraft } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { advanceToCommittee, doubted, filledLabelFile } from '../../support/labelFileSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const { scheme } = realScheme();
const words = createI18n().fr;
const ofOrganisation = scheme.criteria.filter(({ theme }) => theme !== 'OFR').map(({ id }) => id);
const ofOffers = scheme.criteria.filter(({ theme }) => theme === 'OFR').map(({ id }) => id);
const set = (ids: readonly string[]) => [...new Set(ids)].sort();

/** What each kind of application asks for. */
const asks = {
  initial: set([...ofOrganisation, ...ofOffers]),
  renewal: set([...ofOrganisation, ...ofOffers]),
  extension: set(ofOffers),
  reconsideration: set(doubted),
};
type Kind = keyof typeof asks;

/** Where a holder, an applicant and their readers meet criteria of a draft. */
const inDraft: Readonly<Record<string, (file: Draft) => readonly string[]>> = {
  'the pages of themes and offers': (file) => [
    ...tasksView(file, '2026-11-20', words).themes.flatMap(({ id }) =>
      themeForm(file, id, words).criteria.map((one) => one.id),
    ),
    ...file.assessment.offersNamed.flatMap((offer) =>
      offerForm(file, offer, words).criteria.map((one) => one.id),
    ),
  ],
  'the import': ({ assessment, published }) =>
    scheme.criteria
      .map(({ id }) => id)
      .filter((id) => {
        const offer = ofOffers.includes(id) ? 1 : 0;
        const line = {
          line: 1,
          kind: 'answer',
          offer,
          id,
          text: '',
          number: null,
          level: null,
          na: false,
        } as const;
        const ground = { assessment, published, written: published, mode: 'fill' } as const;
        return faultOfLine({ ...line, evidence: '', comment: 'x' }, ground)?.code !== 'notAsked';
      }),
  'the gate, of an empty draft': ({ assessment, published }) => {
    const offers = assessment.offers.map((offer) => ({ ...offer, facts: {}, answers: [] }));
    const empty = { ...assessment, facts: {}, answers: [], offers };
    return readinessOf(published.whole, empty).unanswered.map(({ criterion }) => criterion);
  },
  'the result': ({ assessment, published }) => {
    const result = resultOf(published.whole, cycleOfCopy(assessment), assessment);
    return [result.organisation, ...result.offers].flatMap(({ levels }) =>
      levels.map((one) => one.criterion),
    );
  },
};
type Draft = Awaited<ReturnType<typeof viewApplication>>;
type Frozen = Awaited<ReturnType<typeof frozenFile>>;

/** Where staff meet criteria of a file that was sent. */
const inFile: Readonly<Record<string, (file: Frozen) => readonly string[]>> = {
  'the frozen file': (file) => filePlaces(file).map(({ criterion }) => criterion.id),
  'what is to be scored': ({ published, snapshot }) =>
    claimsOf(published.scheme, snapshot.content).map(({ criterion }) => criterion),
  'the settled levels': (file) => requireVisible(settledPlaces(file)).map(({ criterion }) => criterion.id),
};

describe('what a file asks for', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  const drafts = new Map<Kind, { readonly id: string; readonly owner: Person }>();
  before(async () => {
    service = await testService('asked-places');
    cast = await castOf(service);
    drafts.set('initial', await filledDraft(service.deps, await service.person('applicant')));
    for (const kind of ['extension', 'reconsideration'] as const) {
      holder = await issueLabel(service, cast, `holder-${kind}`);
      const id = await filledLabelFile(service, cast, holder, kind);
      drafts.set(kind, { id, owner: holder.owner });
      const sent = await issueLabel(service, cast, `sent-${kind}`);
      files.set(kind, await filledLabelFile(service, cast, sent, kind));
      await advanceToCommittee(service, cast, requireVisible(files.get(kind) ?? null), sent);
    }
    files.set('initial', holder.applicationId);
    const renewed = await issueLabel(service, cast, 'renewed');
    const now = service.deps.clock.now().toISOString();
    service.setClock('2029-10-01T08:00:00.000Z');
    const renewal = await startRenewal(service.deps, renewed.owner, { labelNumber: renewed.number });
    drafts.set('renewal', { id: renewal, owner: renewed.owner });
    service.setClock(now);
  });
  after(() => service.stop());
  const files = new Map<Kind, string>();
  const draft = async (kind: Kind) => {
    const { id, owner } = requireVisible(drafts.get(kind) ?? null);
    return viewApplication(service.deps, owner, { applicationId: id });
  };

  for (const kind of Object.keys(asks) as Kind[]) {
    for (const [place, listed] of Object.entries(inDraft)) {
      it(`is in ${place} of the kind ${kind}, and nothing else`, async () => {
        const file = await draft(kind);
        expect(set(listed(file))).to.deep.equal(asks[kind]);
      });
    }
  }

  for (const kind of ['initial', 'extension', 'reconsideration'] as const) {
    for (const [place, listed] of Object.entries(inFile)) {
      it(`is in ${place} of the kind ${kind}, and nothing else`, async () => {
        const file = await frozenFile(service.deps, requireVisible(files.get(kind) ?? null));
        const all = asks[kind];
        // What is not applicable to the specimen, or what nobody claims, is not scored.
        expect(set(listed(file)).filter((id) => !all.includes(id))).to.deep.equal([]);
        expect(set(listed(file)).length).to.be.at.least(all.length - 2);
      });
    }

    it(`leaves the verdict on the kind ${kind} to all levels that count`, async () => {
      const { published, snapshot, ...file } = await frozenFile(
        service.deps,
        requireVisible(files.get(kind) ?? null),
      );
      const cycle = cycleOfCopy(snapshot.content);
      for (const marks of [
        marksOf(published.whole, cycle, snapshot.content.assessment),
        requireVisible(settledOf({ published, snapshot, ...file })),
      ]) {
        const verdict = fileVerdictOf(published.whole, cycle, marks);
        expect(verdict.organisation.complete).to.equal(true);
        expect(verdict.labelledOffers).to.have.length(snapshot.content.offers.length);
      }
    });
  }

  it('is exported, counted beside the form, and on the desk of who scores it', async () => {
    const { deps } = service;
    const { id, owner } = requireVisible(drafts.get('reconsideration') ?? null);
    const { file } = await exportAnswers(deps, owner, { applicationId: id, n: null });
    expect(set(file.answers.map(({ criterion }) => criterion))).to.deep.equal(asks.reconsideration);
    expect(scoreView(await draft('reconsideration'), words).answered).to.deep.equal({ max: 2, value: 2 });
    const [review] = await deps.store.reviewsOf(requireVisible(files.get('extension') ?? null));
    const reader = requireVisible(await deps.store.person(requireVisible(review ?? null).context.personId));
    const desk = await viewReview(deps, reader, requireVisible(review ?? null).id);
    expect(set(desk.places.map(({ criterion }) => criterion.id))).to.deep.equal(asks.extension);
  });
});
