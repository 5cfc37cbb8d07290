import { expect } from 'chai';
import { addEvidence, reviseEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { answerInformation } from '../../../src/commands/application/selfAssessment/answerInformation.ts';
import { saveInformation } from '../../../src/commands/application/selfAssessment/saveInformation.ts';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { viewDeliberation } from '../../../src/commands/committee/views/viewDeliberation.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { viewFile } from '../../../src/commands/desk/viewFile.ts';
import { countDocuments, type ExpiredProof, expiredProofs } from '../../../src/commands/file/documentsOf.ts';
import type { Evidence, Person } from '../../../src/commands/items/items.ts';
import type { Day } from '../../../src/register/day.ts';
import type { DecisionOutcome } from '../../../src/workflow/events.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { openSessionOn } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const reason = 'Les critères sont remplis.';

describe('evidence that is too old on the day of the decision', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  let statutes: Evidence;
  beforeEach(async () => {
    service = await testService('expired');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
    // Current while the file is sent, evaluated and recommended; too old by the time of the session.
    statutes = await add('Comptes', '2024-11-20', 'FIN-01');
  });
  afterEach(() => service.stop());

  const add = (name: string, until: Day | null, criterion: string) =>
    addEvidence(service.deps, owner, {
      applicationId: id,
      name: `${name}.txt`,
      bytes: Buffer.from(name),
      from: null,
      until,
      place: { offerId: '', criterion },
    });
  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const recommended = async () =>
    recommendApplication(service.deps, cast.rapporteur, { ...(await at()), draft: 'granted', reason });
  const inDeliberation = async () => {
    const { deps } = service;
    const reviews = await advanceToEvaluation(deps, cast, id, owner);
    for (const [i, reviewId] of reviews.entries())
      await deliver(deps, requireVisible(cast.reviewers[i]), reviewId);
    await recommended();
  };
  const voted = async (choice: 'for' | 'against' = 'for') => {
    await openSessionOn(service.deps, cast, id);
    for (const person of cast.committee)
      await castVote(service.deps, person, { applicationId: id, item: id, choice, reason });
  };
  const decide = async (
    outcome: DecisionOutcome,
    conditions: readonly { readonly text: string; readonly due: Day }[] = [],
  ) =>
    refusalOf(
      decideApplication(service.deps, cast.committee[0], { ...(await at()), outcome, reason, conditions }),
    );
  const seen = (expired: readonly ExpiredProof[]) =>
    expired.map(({ criterion, documents }) => [criterion, ...documents.map(({ name }) => name)]);

  it('blocks the grant until the committee defers the file and newer documents arrive', async () => {
    const { deps } = service;
    await inDeliberation();
    expect((await viewDeliberation(deps, cast.committee[0], id)).expired, 'the day before').to.deep.equal([]);
    service.setClock('2026-11-21T08:00:00.000Z');
    await voted();
    expect(seen((await viewDeliberation(deps, cast.committee[1], id)).expired)).to.deep.equal([
      ['FIN-01', 'Comptes.txt'],
    ]);
    expect(await decide('granted')).to.equal('refused evidenceStillValid');
    await deferApplication(deps, cast.committee[0], { ...(await at()), reason: 'Un document plus récent.' });
    expect(seen((await viewFile(deps, cast.rapporteur, id)).expired)).to.deep.equal([
      ['FIN-01', 'Comptes.txt'],
    ]);

    const place = { offerId: '', criterion: 'FIN-01' };
    const items = [{ place, question: 'Un document plus récent ?' }];
    await requestInformation(deps, cast.officer, { ...(await at()), items });
    const { document, revision } = statutes;
    const newer = { name: 'Comptes 2025.txt', bytes: Buffer.from('2025'), from: null, until: '2025-12-31' };
    await reviseEvidence(deps, owner, { applicationId: id, document, revision, ...newer });
    const asked = requireVisible((await currentApplication(deps, id)).information?.at(-1)).items;
    const answers = asked.map((item) => ({ id: item.id, answer: 'Le voici.', wasShown: () => true }));
    await saveInformation(deps, owner, { applicationId: id, answers });
    await answerInformation(deps, owner, { applicationId: id });
    expect((await viewFile(deps, cast.rapporteur, id)).expired).to.deep.equal([]);
    await recommended();
    await voted();
    expect(await decide('granted')).to.equal('taken');
  });

  it('does not block a grant with a dated condition', async () => {
    await inDeliberation();
    service.setClock('2026-11-21T08:00:00.000Z');
    await voted();
    const conditions = [{ text: 'Joindre les comptes de 2025.', due: '2027-02-01' }];
    expect(await decide('grantedWithConditions', conditions)).to.equal('taken');
  });

  it('does not block a refusal', async () => {
    await inDeliberation();
    service.setClock('2026-11-21T08:00:00.000Z');
    await voted('against');
    expect(await decide('refused')).to.equal('taken');
  });

  it('affects criteria that count and have no current evidence', () => {
    const file = (key: string, until: Day | null) => ({ ...statutes, id: key, until });
    const [old, older] = [file('old', '2024-01-01'), file('older', '2023-01-01')];
    const [current, undated] = [file('current', '2025-06-30'), file('undated', null)];
    const expired = (settled: 0 | 1 | 4 | 'na', ...files: Evidence[]) => {
      const criterion = { id: 'FIN-01' } as Parameters<typeof expiredProofs>[0][number]['criterion'];
      return expiredProofs([{ offerId: '', criterion, settled, files }], '2024-11-24').length;
    };
    expect(expired(4, old)).to.equal(1);
    expect(expired(1, old, older)).to.equal(1);
    expect(expired(4, old, current), 'accounts of several years').to.equal(0);
    expect(expired(4, old, undated), 'nobody said a period').to.equal(0);
    expect(expired(4), 'named only, or proven by nothing').to.equal(0);
    expect(expired(0, old), 'counts for nothing').to.equal(0);
    expect(expired('na', old)).to.equal(0);
  });

  it('is counted once per document, whatever it proves', () => {
    const proof = (criterion: string, ...documents: Evidence[]) => ({ offerId: '', criterion, documents });
    const other = { ...statutes, id: 'other' };
    expect(countDocuments([proof('FIN-01', statutes), proof('GOU-02', statutes, other)])).to.equal(2);
  });
});
