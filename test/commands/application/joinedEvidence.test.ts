import { expect } from 'chai';
import { addEvidence, reviseEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { describeEvidence, offerEvidence } from '../../../src/commands/application/evidence/editEvidence.ts';
import { attachEvidence, detachEvidence } from '../../../src/commands/application/evidence/joinEvidence.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import { viewApplication } from '../../../src/commands/application/views/viewApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { maxEvidence } from '../../../src/commands/file/saveFile.ts';
import type { Evidence, Person } from '../../../src/commands/items/items.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('documents on criteria', () => {
  let service: TestService;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('joined');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
  });
  afterEach(() => service.stop());

  const add = (words: string, also: Partial<Parameters<typeof addEvidence>[2]> = {}) =>
    addEvidence(service.deps, owner, {
      applicationId: id,
      name: `${words}.txt`,
      bytes: Buffer.from(words),
      ...also,
    });
  const at = ({ document }: Evidence, criterion = 'FIN-01', offerId = '') => ({
    applicationId: id,
    document,
    criterion,
    offerId,
  });
  const revise = (of: Evidence, words: string, revision = of.revision) =>
    reviseEvidence(service.deps, owner, {
      applicationId: id,
      document: of.document,
      name: `${words}.txt`,
      bytes: Buffer.from(words),
      revision,
      from: null,
      until: null,
    });
  const view = () => viewApplication(service.deps, owner, { applicationId: id });
  const answerTo = async (criterion: string) =>
    requireVisible((await view()).assessment.answers.find((answer) => answer.criterion === criterion));
  const isUnproven = async () => {
    const { published, assessment, documents } = await view();
    return readinessOf(published.scheme, assessment, documents).evidenceMissing.some(
      ({ criterion }) => criterion === 'FIN-01',
    );
  };
  /** The answer as it is, without the name of a document. */
  const unname = async () => {
    const { revision: _, ...answer } = await answerTo('FIN-01');
    const named = { ...answer, evidence: '' };
    await answerCriterion(service.deps, owner, { applicationId: id, offerId: '', answer: named });
  };

  it('are attached to several criteria, also of an offer, and detached from one', async () => {
    const { deps } = service;
    const file = await add('Statuts');
    const [offer] = (await view()).assessment.offersNamed;
    const before = await answerTo('FIN-01');
    await attachEvidence(deps, owner, at(file));
    await attachEvidence(deps, owner, at(file));
    await attachEvidence(deps, owner, at(file, 'GOU-02'));
    await attachEvidence(deps, owner, at(file, 'OFR-01', offer?.id));
    expect(await answerTo('FIN-01'), 'what was typed stays, and once is enough').to.deep.equal({
      ...before,
      files: [file.document],
    });
    await detachEvidence(deps, owner, at(file));
    await detachEvidence(deps, owner, at(file));
    expect((await answerTo('FIN-01')).files).to.deep.equal([]);
    expect((await answerTo('GOU-02')).files).to.deep.equal([file.document]);
    const ofOffer = (await view()).assessment.offers.find(({ offerId }) => offerId === offer?.id);
    const answer = ofOffer?.answers.find(({ criterion }) => criterion === 'OFR-01');
    expect(answer?.files).to.deep.equal([file.document]);
    const notes = (await deps.store.records(`selfAssessments/${id}`)).map(({ facts }) => facts.at(-1));
    expect(notes.slice(-5)).to.deep.equal([...Array(4).fill('evidence.attached'), 'evidence.detached']);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('can be attached before an answer exists, and survive concurrent answers', async () => {
    const { deps, connection } = service;
    const copies = connection.collection<{ _id: string; answers: { criterion: string }[] }>(
      'selfAssessments',
    );
    await copies.updateOne({ _id: id }, { $pull: { answers: { criterion: 'GOU-02' } } });
    const [one, other] = [await add('a', { place: { offerId: '', criterion: 'GOU-02' } }), await add('b')];
    expect(await answerTo('GOU-02')).to.deep.equal({
      criterion: 'GOU-02',
      level: null,
      na: false,
      evidence: '',
      comment: '',
      files: [one.document],
    });
    const typed = { ...(await answerTo('GOU-02')), level: 3 } as const;
    await answerCriterion(deps, owner, { applicationId: id, offerId: '', answer: typed });
    await Promise.all([
      attachEvidence(deps, owner, at(other, 'GOU-02')),
      attachEvidence(deps, owner, at(other, 'FIN-01')),
      detachEvidence(deps, owner, at(one, 'GOU-02')),
    ]);
    expect(await answerTo('GOU-02')).to.deep.include({ level: 3, files: [other.document] });
  });

  it('prove a mandatory criterion until withdrawn, and again once restored', async () => {
    const { deps } = service;
    expect(await isUnproven(), 'a named document still does').to.equal(false);
    await unname();
    expect(await isUnproven()).to.equal(true);
    const file = await add('Statuts', { place: { offerId: '', criterion: 'FIN-01' } });
    expect(await isUnproven()).to.equal(false);
    await offerEvidence(deps, owner, { ...at(file), offered: false });
    expect((await answerTo('FIN-01')).files, 'it is still told').to.deep.equal([file.document]);
    expect(await isUnproven()).to.equal(true);
    await offerEvidence(deps, owner, { ...at(file), offered: true });
    expect(await isUnproven()).to.equal(false);
  });

  it('state the period they cover, from first to last day', async () => {
    const { deps } = service;
    const file = await add('Bilan', { from: '2025-01-01', until: '2025-12-31' });
    const say = (from: string | null, until: string | null) =>
      refusalOf(describeEvidence(deps, owner, { ...at(file), from, until }));
    expect(await say('2026-01-02', '2026-01-01')).to.equal('invalid until:periodReversed');
    expect(await say('1899-12-31', null)).to.equal('invalid from:badDate');
    expect(await refusalOf(add('x', { from: '2026-01-02', until: '2026-01-01' }))).to.equal(
      'invalid until:periodReversed',
    );
    expect(requireVisible((await view()).documents[0]).latest).to.deep.include({ until: '2025-12-31' });
    expect(await say(null, '2020-01-01')).to.equal('taken');
    expect(requireVisible((await view()).documents[0])).to.deep.include({ old: true });
  });

  it('are revised: answers point to the new file, the earlier one is kept with its digest', async () => {
    const { deps } = service;
    const first = await add('Bilan', { place: { offerId: '', criterion: 'FIN-01' } });
    const second = await revise(first, 'Bilan corrigé');
    expect(second).to.deep.include({ document: first.document, revision: 2 });
    const { documents } = await view();
    expect(documents).to.have.length(1);
    expect(documents[0]).to.deep.include({ latest: second, earlier: [first] });
    expect((await answerTo('FIN-01')).files).to.deep.equal([first.document]);
    expect(requireVisible(await deps.files.read(first.digest)).bytes.toString()).to.equal('Bilan');
    expect(await refusalOf(revise(second, 'Bilan')), 'the content of an earlier one').to.equal(
      'invalid file:fileKnown',
    );
    const facts = (await deps.store.records(`evidence/${id}`)).map((line) => line.facts[0]);
    expect(facts).to.deep.equal(['evidence.added', 'evidence.revised']);
  });

  it('are revised by one of two people at once; the other one is told, also on a stale revision', async () => {
    const first = await add('Bilan');
    const both = await Promise.all(['a', 'b'].map((words) => refusalOf(revise(first, words))));
    expect(both.sort()).to.deep.equal(['invalid file:documentRevised', 'taken']);
    expect(await refusalOf(revise(first, 'c'))).to.equal('invalid file:documentRevised');
    expect(requireVisible((await view()).documents[0]).latest.revision).to.equal(2);
  });

  it('are refused once withdrawn, or on a foreign criterion', async () => {
    const { deps } = service;
    const file = await add('Statuts');
    const other = await filledDraft(deps, await service.person('other'));
    const theirs = await addEvidence(deps, other.owner, {
      applicationId: other.id,
      name: 'a.txt',
      bytes: Buffer.from('theirs'),
    });
    const theirOffer = requireVisible(await deps.store.selfAssessment(other.id)).offersNamed[0]?.id;
    const attach = (place: Parameters<typeof attachEvidence>[2], who = owner) =>
      refusalOf(attachEvidence(deps, who, place));
    expect(await attach(at(theirs)), 'a document of another application').to.equal('notFound');
    expect(await attach(at(file, 'XXX-99')), 'a criterion of another version').to.equal('notFound');
    expect(await attach(at(file, 'OFR-01', theirOffer)), 'an offer of another one').to.equal('notFound');
    expect(await attach(at(file, 'OFR-01')), 'of an offer, without one').to.equal('notFound');
    expect(await attach(at(file), other.owner)).to.equal('notFound');
    await offerEvidence(deps, owner, { ...at(file), offered: false });
    expect(await attach(at(file))).to.equal('invalid FIN-01.files:documentWithdrawn');
    expect(await refusalOf(revise(file, 'b'))).to.equal('invalid file:documentWithdrawn');
    expect((await answerTo('FIN-01')).files).to.equal(undefined);
  });

  it('count every revision towards the limit of two hundred files', async () => {
    const one = await add('a');
    const { id: _, ...rest } = one;
    const more = Array.from({ length: maxEvidence - 1 }, (_, i) => ({
      _id: `${one.id}.${i}`,
      ...rest,
      document: `D${i}`,
      digest: `${i}`,
    }));
    await service.connection.collection('evidence').insertMany(more as never[]);
    expect(await refusalOf(revise(one, 'b'))).to.equal('invalid file:fileCountReached');
  });
});
