import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { readEvidence } from '../../../src/commands/application/views/readEvidence.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { viewTrail } from '../../../src/commands/privacy/views/viewTrail.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { decideInSession } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('what was done with a file', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  let evidenceId: string;
  let reviewIds: string[];
  before(async () => {
    service = await testService('trail');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
    ({ id: evidenceId } = await addEvidence(service.deps, owner, {
      applicationId: id,
      name: 'a.txt',
      bytes: Buffer.from('a'),
    }));
    reviewIds = await advanceToEvaluation(service.deps, cast, id, owner);
  });
  after(() => service.stop());

  const trail = () => viewTrail(service.deps, owner, { applicationId: id });
  const told = async () => (await trail()).map(({ side, fact, count }) => [side, fact, count]);
  const read = (person: Person) => readEvidence(service.deps, person, evidenceId);
  const at = async () => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });

  it('is shown to people of the organisation only', async () => {
    for (const person of [cast.officer, cast.reviewers[0], await service.person('stranger')]) {
      expect(await refusalOf(viewTrail(service.deps, person, { applicationId: id }))).to.equal('notFound');
    }
  });

  it('states the side that made each step, and how often a side read evidence on a day', async () => {
    await read(owner);
    await read(cast.officer);
    await read(cast.reviewers[0]);
    await read(cast.reviewers[1]);
    expect(await told()).to.deep.equal([
      ['organisation', 'application.started', 1],
      ['organisation', 'application.submitted', 1],
      ['office', 'application.accepted', 1],
      ['office', 'application.staffed', 1],
      ['office', 'evidence.read', 1],
      ['review', 'evidence.read', 2],
    ]);
  });

  it('names nobody, neither by name, id nor request', async () => {
    const everyone = [...cast.reviewers, cast.officer, cast.moderator, ...cast.committee];
    const text = JSON.stringify(await trail());
    for (const person of everyone)
      for (const word of [person.id, person.name, person.email]) expect(text).not.to.include(word);
  });

  it('looks the same before and after a sealed decision, and after one of two reviews', async () => {
    const { deps } = service;
    await deliver(deps, cast.reviewers[0], requireVisible(reviewIds[0]));
    expect((await told()).map(([, fact]) => fact)).not.to.include('application.reviewDelivered');
    await deliver(deps, cast.reviewers[1], requireVisible(reviewIds[1]));
    const reason = 'Tout est dit.';
    await recommendApplication(deps, cast.rapporteur, { ...(await at()), draft: 'granted', reason });
    const before = await told();
    await decideInSession(deps, cast, id);
    expect((await currentApplication(deps, id)).state).to.equal('decided');
    expect(await told()).to.deep.equal(before);
  });
});
