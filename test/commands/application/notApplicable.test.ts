import { expect } from 'chai';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { answerInformation } from '../../../src/commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../src/commands/application/selfAssessment/saveInformation.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import type { Person, SelfAssessment } from '../../../src/commands/items/items.ts';
import { moderateApplication } from '../../../src/commands/review/evaluation/moderateApplication.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import type { Answer, Facts } from '../../../src/criteria/assessment.ts';
import { criteriaOf } from '../../../src/criteria/criteriaOf.ts';
import {
  advanceToEvaluation,
  assignModerator,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { firstFacts } from '../../support/samples/firstVersion.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { specimen } from '../../support/samples/specimen.ts';

const sentence = 'Cela ne nous concerne pas.';
const said = (criterion: string, part: Partial<Answer>): Answer => ({
  criterion,
  level: null,
  na: false,
  evidence: 'Preuve',
  comment: '',
  ...part,
});

/** A body of 200 people that claims all to be not applicable which may ever be, and level 2 of the rest. */
function attack(version: string, facts: Facts): SelfAssessment {
  const { scheme } = realScheme(version);
  const answers = criteriaOf(scheme, 'organisation').map(({ id, na, naWhen }) =>
    said(id, na && naWhen !== 'F18 = 0' ? { na: true, comment: sentence } : { level: 2 }),
  );
  const large = { ...facts, F01: 160, F02: 200, F12: 900_000 };
  return {
    applicationId: 'A',
    revision: 1,
    facts: large,
    answers,
    offers: [],
    offersNamed: [],
    showScores: false,
  };
}

describe('a large organisation that declares sixteen criteria not applicable', () => {
  const idsOf = (places: readonly { readonly criterion: string }[]) =>
    places.map(({ criterion }) => criterion);

  it('was accepted by 1.0.0, two mandatory criteria included, and still is there', () => {
    const { scheme } = realScheme('1.0.0');
    const copy = attack('1.0.0', firstFacts);
    expect(copy.answers.filter(({ na }) => na)).to.have.length(16);
    const readiness = readinessOf(scheme, copy);
    expect([readiness.naContradicted, readiness.naUnexplained, readiness.unanswered]).to.deep.equal([
      [],
      [],
      [],
    ]);
    expect(readiness.verdict.organisation.passes).to.equal(true);
  });

  it('is refused by 1.1.0 where its figures contradict it, mandatory criteria included', () => {
    const readiness = readinessOf(realScheme('1.1.0').scheme, attack('1.1.0', specimen.facts));
    expect(idsOf(readiness.naContradicted)).to.deep.equal([
      'LUC-03',
      'LUC-04',
      'GOU-02',
      'GOU-03',
      'TRV-01',
      'TRV-02',
      'TRV-03',
      'TRV-04',
      'COO-01',
      'COO-02',
    ]);
    expect(readiness.verdict.organisation.passes).to.equal(false);
    expect(readiness.unanswered, 'told once, not as an answer missing beside').to.deep.equal([]);
  });

  it('needs a reason where no figure decides', () => {
    const copy = attack('1.1.0', specimen.facts);
    const mute = { ...copy, answers: copy.answers.map((answer) => ({ ...answer, comment: '' })) };
    expect(idsOf(readinessOf(realScheme('1.1.0').scheme, mute).naUnexplained)).to.deep.equal([
      'FIN-04',
      'GOU-04',
      'TRV-05',
      'ENV-05',
      'COO-03',
    ]);
  });
});

describe('"not applicable" checked against the figures', () => {
  let service: TestService;
  let cast: Cast;
  let owner: Person;
  let id: string;
  beforeEach(async () => {
    service = await testService('not-applicable');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const say = (answer: Answer) =>
    answerCriterion(service.deps, owner, { applicationId: id, offerId: '', answer });
  const figures = (facts: Facts) =>
    setFacts(service.deps, owner, {
      applicationId: id,
      offerId: '',
      facts,
      sure: facts as Record<string, number>,
    });
  const send = () => submitApplication(service.deps, owner, { applicationId: id, ...declarations });
  const na = (criterion: string) => said(criterion, { na: true, comment: sentence });

  it('is refused on save when the figures contradict it or are missing', async () => {
    expect(await refusalOf(say(na('LUC-03')))).to.equal('invalid na:naContradicted');
    expect(await refusalOf(say(na('FIN-01')))).to.equal('invalid na:naNotAllowed');
    await setFacts(service.deps, owner, {
      applicationId: id,
      offerId: '',
      facts: {},
      removed: ['F02'],
      sure: { F02: null },
    });
    expect(await refusalOf(say(na('LUC-03')))).to.equal('invalid na:naFigureMissing');
  });

  it('blocks only the submission when the figures change later', async () => {
    await figures({ F02: 1 });
    await say(na('LUC-03'));
    await figures({ F02: 12 });
    await say({ ...na('LUC-03'), comment: 'Douze personnes depuis mai.' });
    expect(await refusalOf(send())).to.equal('refused naHolds');
    await say(said('LUC-03', {}));
    await send();
  });

  it('without its reason is refused with a code of its own', async () => {
    await say(said('TRV-05', { na: true }));
    expect(await refusalOf(send())).to.equal('refused naExplained');
    await say(na('TRV-05'));
    await send();
  });

  it('is checked in an answer to the secretariat as well', async () => {
    await send();
    const at = { applicationId: id, revision: (await currentApplication(service.deps, id)).revision };
    const items = [{ place: null, question: 'Combien de personnes payez-vous ?' }];
    await requestInformation(service.deps, cast.officer, { ...at, items });
    const asked = requireVisible((await currentApplication(service.deps, id)).information?.at(-1)).items;
    await saveInformation(service.deps, owner, {
      applicationId: id,
      answers: asked.map((item) => ({ id: item.id, answer: 'Douze.', wasShown: () => true })),
    });
    await figures({ F02: 1 });
    await say(na('LUC-03'));
    await figures({ F02: 12 });
    const answer = () => answerInformation(service.deps, owner, { applicationId: id });
    expect(await refusalOf(answer())).to.equal('refused naHolds');
    await say(said('LUC-03', {}));
    await answer();
  });

  it('cannot be confirmed by a reviewer whom the figures contradict, and is shown with them', async () => {
    const [reviewId = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    const score = (criterion: string) =>
      scoreCriterion(service.deps, cast.reviewers[0], {
        reviewId,
        score: { offerId: '', criterion, level: 'na', comment: '' },
      });
    for (const criterion of ['LUC-03', 'TRV-01', 'TRV-04', 'COO-01', 'GOU-03']) {
      expect(await refusalOf(score(criterion)), criterion).to.equal('invalid level:naContradicted');
    }
    expect(await refusalOf(score('FIN-01'))).to.equal('invalid level:naNotAllowed');
    await score('TRV-05');
    const { places } = await viewReview(service.deps, cast.reviewers[0], reviewId);
    const place = places.find(({ criterion }) => criterion.id === 'LUC-03');
    expect(place?.na).to.deep.include({ state: 'refused', values: { F02: 12 } });
    const file = filePlaces(await frozenFile(service.deps, id));
    expect(file.find(({ criterion }) => criterion.id === 'COO-04')?.na.state).to.equal('allowed');
  });

  it('cannot be settled by a moderator whom the figures contradict', async () => {
    const { deps } = service;
    const [first = '', second = ''] = await advanceToEvaluation(deps, cast, id, owner);
    await deliver(deps, cast.reviewers[0], first);
    const low = { level: 0, comment: 'L’écart est plus grand.' } as const;
    await deliver(deps, cast.reviewers[1], second, { 'LUC-03': low });
    await assignModerator(deps, cast, id);
    const scores = [
      { offerId: '', criterion: 'LUC-03', level: 'na', comment: 'Ne concerne personne.' },
    ] as const;
    const { revision } = await currentApplication(deps, id);
    expect(
      await refusalOf(moderateApplication(deps, cast.moderator, { applicationId: id, revision, scores })),
    ).to.equal('invalid level:naContradicted');
  });
});
