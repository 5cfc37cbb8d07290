import { expect } from 'chai';
import { addEvidence, reviseEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { offerEvidence } from '../../../src/commands/application/evidence/editEvidence.ts';
import { attachEvidence } from '../../../src/commands/application/evidence/joinEvidence.ts';
import { listEvidence, readEvidence } from '../../../src/commands/application/views/readEvidence.ts';
import { asAsked } from '../../../src/commands/common/actor.ts';
import { applyToApplication } from '../../../src/commands/common/applyEvent.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import type { Evidence, Person } from '../../../src/commands/items/items.ts';
import { carryOutRetention } from '../../../src/commands/privacy/carryOutRetention.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('evidence as it was sent', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('frozen-evidence');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const add = (words: string) =>
    addEvidence(service.deps, owner, { applicationId: id, name: `${words}.txt`, bytes: Buffer.from(words) });
  const revise = ({ document, revision }: Evidence, words: string) =>
    reviseEvidence(service.deps, owner, {
      applicationId: id,
      document,
      revision,
      name: `${words}.txt`,
      bytes: Buffer.from(words),
      from: null,
      until: null,
    });
  const attach = ({ document }: Evidence) =>
    attachEvidence(service.deps, owner, { applicationId: id, document, offerId: '', criterion: 'FIN-01' });
  const bytesOf = async ({ digest }: Evidence) => (await service.deps.files.read(digest)) !== null;

  it('is the newest file of each document, attached ones first, without withdrawn ones', async () => {
    const { deps } = service;
    const [loose, old, gone] = [await add('loose'), await add('old'), await add('gone')];
    const newer = await revise(old, 'newer');
    await attach(newer);
    await attach(gone);
    await offerEvidence(deps, owner, { applicationId: id, document: gone.document, offered: false });
    await advanceToEvaluation(deps, cast, id, owner);
    const snapshot = requireVisible(await deps.store.snapshot(id, 1));
    expect(snapshot.content.evidence?.map(({ name }) => name)).to.deep.equal(['newer.txt', 'loose.txt']);
    const file = await frozenFile(deps, id);
    const place = filePlaces(file).find(({ criterion }) => criterion.id === 'FIN-01');
    expect(place?.files, 'beside its criterion').to.deep.equal([newer]);
    expect(await listEvidence(deps, cast.reviewers[0], id)).to.deep.equal([newer, loose]);
  });

  it('stays readable for those who have the file, whatever happens to the document', async () => {
    const { deps } = service;
    const sent = await add('sent');
    await attach(sent);
    await advanceToEvaluation(deps, cast, id, owner);
    const later = await revise(sent, 'later');
    await offerEvidence(deps, owner, { applicationId: id, document: sent.document, offered: false });
    const [reviewer] = cast.reviewers;
    expect((await readEvidence(deps, reviewer, sent.id)).bytes.toString()).to.equal('sent');
    expect(await refusalOf(readEvidence(deps, reviewer, later.id))).to.equal('notFound');
  });

  it('is kept when the content is erased after the end; unsent files are deleted with their bytes', async () => {
    const { deps } = service;
    const sent = await add('sent');
    await attach(sent);
    await advanceToEvaluation(deps, cast, id, owner);
    const [later, loose] = [await revise(sent, 'later'), await add('loose')];
    const at = '2027-03-01T10:00:00.000Z';
    const actor = asAsked({ id: owner.id, roles: ['owner'] });
    const ended = applyToApplication(deps, await currentApplication(deps, id), {
      type: 'withdraw',
      at,
      actor,
    });
    await deps.store.commit([ended]);
    service.setClock('2028-04-01T03:20:00.000Z');
    expect((await carryOutRetention(deps, deps.clock.now())).filesErased).to.equal(1);
    await service.work();
    expect(await deps.store.evidenceOf(id)).to.deep.equal([sent]);
    expect([await bytesOf(sent), await bytesOf(later), await bytesOf(loose)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});
