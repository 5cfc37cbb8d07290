import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { describeEvidence, offerEvidence } from '../../../src/commands/application/evidence/editEvidence.ts';
import { attachEvidence, detachEvidence } from '../../../src/commands/application/evidence/joinEvidence.ts';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { answerInformation } from '../../../src/commands/application/selfAssessment/answerInformation.ts';
import { addOffer, removeOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { saveInformation } from '../../../src/commands/application/selfAssessment/saveInformation.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../../src/commands/committee/session/minutesOf.ts';
import {
  closeSession,
  conveneSession,
  openSession,
} from '../../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { claimsOf } from '../../../src/commands/file/reviewMarks.ts';
import type { Evidence, Person } from '../../../src/commands/items/items.ts';
import { signAgreement } from '../../../src/commands/label/signAgreement.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { deliverReview } from '../../../src/commands/review/evaluation/deliverReview.ts';
import { scoreCriterion } from '../../../src/commands/review/evaluation/scoreCriterion.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
  recordCall,
  signatureOf,
} from '../../support/applicationSteps.ts';
import { decideInSessionAndAnnounce, sessionVersion } from '../../support/committeeSession.ts';
import { countStoreCalls } from '../../support/countStoreCalls.ts';
import { insertScores } from '../../support/insertAnswers.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const reason = 'Les critères sont remplis.';

describe('a command', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('one-commit');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  /** Carries out a command; it writes once, and reads what it writes once. */
  const once = async <T>(name: string, act: (deps: Deps) => Promise<T>): Promise<T> => {
    let given: T | undefined;
    const { writes, readTwice } = await countStoreCalls(service.deps, async (deps) => {
      given = await act(deps);
    });
    expect(writes, `${name} writes once`).to.have.length(1);
    expect(readTwice, `${name} reads what it writes once`).to.deep.equal([]);
    return given as T;
  };
  const toAgreement = async () => {
    const reviews = await advanceToEvaluation(service.deps, cast, id, owner);
    for (const [i, reviewId] of reviews.entries())
      await deliver(service.deps, requireVisible(cast.reviewers[i]), reviewId);
    await recommendApplication(service.deps, cast.rapporteur, { ...(await at()), draft: 'granted', reason });
    await decideInSessionAndAnnounce(service.deps, cast, id);
  };
  const added = (deps: Deps, offerId = '', criterion = 'FIN-01', words = 'Statuts'): Promise<Evidence> =>
    addEvidence(deps, owner, {
      applicationId: id,
      name: `${words}.txt`,
      bytes: Buffer.from(words),
      place: { offerId, criterion },
    });

  it('of the evidence library makes one commit', async () => {
    const { document } = await once('addEvidence', (deps) => added(deps));
    const place = { applicationId: id, offerId: '', criterion: 'GOU-02', document };
    await once('attachEvidence', (deps) => attachEvidence(deps, owner, place));
    await once('detachEvidence', (deps) => detachEvidence(deps, owner, place));
    await once('describeEvidence', (deps) =>
      describeEvidence(deps, owner, { applicationId: id, document, from: null, until: '2026-01-01' }),
    );
    await once('offerEvidence', (deps) =>
      offerEvidence(deps, owner, { applicationId: id, document, offered: false }),
    );
  });

  it('between draft and signature makes one commit, of what it read once', async () => {
    const { committee, officer, rapporteur, reviewers } = cast;
    const applicationId = id;
    const said = async () => at();
    await once('submit', (deps) => submitApplication(deps, owner, { applicationId, ...declarations }));
    let seen = await said();
    await once('accept', (deps) => acceptApplication(deps, officer, seen));
    const reviewIds: string[] = [];
    for (const { id: personId } of reviewers)
      reviewIds.push(
        await once('invite', (deps) => inviteReviewer(deps, officer, { applicationId, personId })),
      );
    const answer = { accept: true, noConflictDeclared: true } as const;
    for (const [i, reviewId] of reviewIds.entries())
      await once('answer', (deps) =>
        answerInvitation(deps, requireVisible(reviewers[i]), { reviewId, ...answer }),
      );
    seen = await said();
    await once('staff', (deps) => staffApplication(deps, officer, seen));
    for (const [i, reviewId] of reviewIds.entries()) {
      const reviewer = requireVisible(reviewers[i]);
      const { published, snapshot } = await frozenFile(service.deps, id);
      const scores = claimsOf(published.scheme, snapshot.content).map((claim) => ({ ...claim, comment: '' }));
      await insertScores(service.deps, reviewer, reviewId, scores.slice(1));
      await once('score', (deps) =>
        scoreCriterion(deps, reviewer, { reviewId, score: requireVisible(scores[0]) }),
      );
      const { revision } = requireVisible(await service.deps.store.review(reviewId));
      await once('deliver', (deps) => deliverReview(deps, reviewer, { reviewId, revision }));
    }
    await recordCall(service.deps, requireVisible(reviewers[1]), id);
    seen = await said();
    const items = [{ place: null, question: 'Qui signe ?' }];
    await once('ask', (deps) => requestInformation(deps, officer, { ...seen, items }));
    const asked = requireVisible((await currentApplication(service.deps, id)).information?.at(-1)).items;
    const answers = asked.map((item) => ({ id: item.id, answer: 'La présidence.', wasShown: () => true }));
    await once('save', (deps) => saveInformation(deps, owner, { applicationId, answers }));
    await once('send', (deps) => answerInformation(deps, owner, { applicationId }));
    for (const defers of [true, false]) {
      seen = await said();
      await once('recommend', (deps) =>
        recommendApplication(deps, rapporteur, { ...seen, draft: 'granted', reason }),
      );
      const plan = {
        plannedFor: service.deps.clock.now().toISOString(),
        place: 'Salle des spécimens',
        agenda: [id],
      };
      const sessionId = await once('plan', (deps) => planSession(deps, officer, plan));
      let session = await sessionVersion(service.deps, sessionId);
      await once('convene', (deps) => conveneSession(deps, officer, session));
      session = await sessionVersion(service.deps, sessionId);
      const present = committee.map((person) => person.id);
      await once('open', (deps) => openSession(deps, committee[0], { ...session, present }));
      seen = await said();
      if (defers) {
        await once('defer', (deps) => deferApplication(deps, committee[0], { ...seen, reason }));
      } else {
        for (const person of committee)
          await once('vote', (deps) =>
            castVote(deps, person, { applicationId, item: applicationId, choice: 'for', reason }),
          );
        const decision = { outcome: 'granted', reason, conditions: [] } as const;
        await once('decide', (deps) => decideApplication(deps, committee[0], { ...seen, ...decision }));
      }
      session = await sessionVersion(service.deps, sessionId);
      await once('close', (deps) => closeSession(deps, committee[0], session));
      for (const person of committee.slice(0, 2)) {
        const { digest } = await minutesOf(
          service.deps,
          requireVisible(await service.deps.store.session(sessionId)),
        );
        session = await sessionVersion(service.deps, sessionId);
        await once('minutes', (deps) => signMinutes(deps, person, { ...session, minutes: digest }));
      }
    }
    seen = await said();
    await once('announce', (deps) => announceDecision(deps, officer, seen));
    seen = await said();
    await once('sign', (deps) => signAgreement(deps, owner, { ...seen, ...signatureOf(deps) }));
  });

  it('signs the version of the agreement that was shown, whatever changes before its commit', async () => {
    await toAgreement();
    const { deps } = service;
    const seen = await at();
    const touch = async () => {
      const before = await currentApplication(deps, id);
      const record = { id: deps.ids.next(), at: deps.clock.now().toISOString() };
      const actor = { id: 'system', roles: ['system'] } as const;
      const said = { ...record, actor, event: null, facts: ['application.visitRecorded'], data: {} } as const;
      const after = { ...before, decisionReason: 'Autre motif.' };
      await deps.store.commit([{ kind: 'applications', before, after, record: said }]);
    };
    let first = true;
    const application = async (file: string) => {
      const known = await deps.store.application(file);
      if (first) {
        first = false;
        await touch();
      }
      return known;
    };
    const between = { ...deps, store: { ...deps.store, application } };
    expect(
      await refusalOf(signAgreement(between, owner, { ...seen, ...signatureOf(deps) })),
      'a change right after the first reading',
    ).to.equal('stale');

    const { revision, head } = await currentApplication(deps, id);
    const outcomes = await Promise.all([
      refusalOf(signAgreement(deps, owner, { applicationId: id, revision, ...signatureOf(deps) })),
      refusalOf(touch()),
    ]);
    expect(outcomes).to.include('taken');
    const records = await deps.store.records(`applications/${id}`);
    const sign = records.find(({ event }) => event?.type === 'sign');
    expect(sign?.seq ?? head.seq + 1, 'signed next after what was seen, or not at all').to.equal(
      head.seq + 1,
    );
  });

  it('adds a file and its criterion together or not at all when the criterion is removed at the same time', async () => {
    const { deps } = service;
    const facts = async (fact: string) =>
      service.connection.collection('records').countDocuments({ facts: fact });
    const offer = () =>
      addOffer(deps, owner, { applicationId: id, name: 'Spécimen', type: 'service', sheet: 'Une fiche.' });
    const gone = await offer();
    const files = {
      ...deps.files,
      save: async (bytes: Buffer, type: string) => {
        await removeOffer(deps, owner, { applicationId: id, offerId: gone });
        return deps.files.save(bytes, type);
      },
    };
    expect(await refusalOf(added({ ...deps, files }, gone, 'OFR-01', 'Fiche'))).to.equal('notFound');
    expect(await deps.store.evidenceOf(id)).to.deep.equal([]);

    for (const round of ['a', 'b', 'c', 'd']) {
      const offerId = await offer();
      await Promise.all([
        refusalOf(added(deps, offerId, 'OFR-01', `Fiche ${round}`)),
        refusalOf(removeOffer(deps, owner, { applicationId: id, offerId })),
      ]);
    }
    expect(await facts('evidence.added')).to.equal(await facts('evidence.attached'));
  });
});
