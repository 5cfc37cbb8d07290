import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { listEvidence, readEvidence } from '../../../src/commands/application/views/readEvidence.ts';
import { maxEvidence } from '../../../src/commands/file/saveFile.ts';
import type { Evidence, Person } from '../../../src/commands/items/items.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('evidence of an application', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('evidence');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const add = (person: Person, words: string, name = 'a.txt') =>
    addEvidence(service.deps, person, { applicationId: id, name, bytes: Buffer.from(words) });
  const colleague = async (role: 'editor' | 'reader') => {
    const organisationId = owner.memberships[0]?.organisationId ?? '';
    return updatePerson(service.deps, await service.person(role), {
      memberships: [{ organisationId, role }],
    });
  };
  const inState = (state: string) =>
    service.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { state } });
  const counted = async () =>
    Promise.all(['evidence', 'fs.files'].map((name) => service.connection.collection(name).countDocuments()));

  it('is stored with sender and type, and returned byte by byte', async () => {
    const kept = await add(owner, 'Bilan 2025', '../Bilan.txt');
    expect(kept).to.deep.include({
      name: 'Bilan.txt',
      contentType: 'text/plain; charset=utf-8',
      size: 10,
      applicationId: id,
      organisationId: owner.memberships[0]?.organisationId,
      uploadedBy: owner.id,
      scan: 'notScanned',
    });
    expect(await listEvidence(service.deps, owner, id)).to.deep.equal([kept]);
    const { evidence, bytes } = await readEvidence(service.deps, owner, kept.id);
    expect([evidence, bytes.toString()]).to.deep.equal([kept, 'Bilan 2025']);
  });

  it('is journaled when added and at each download, with the request', async () => {
    const { id: evidenceId, digest } = await add(owner, 'a');
    await readEvidence(service.deps, { ...owner, request: 'R1' }, evidenceId);
    const lines = await service.deps.store.records(`evidence/${id}`);
    expect(lines.map(({ facts, data }) => [facts, data])).to.deep.equal([
      [['evidence.added'], { evidenceId, digest }],
      [['evidence.read'], { evidenceId, digest }],
    ]);
    expect(lines[1]?.actor).to.deep.include({ id: owner.id, request: 'R1' });
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  it('is stored once for the same bytes, also when uploaded twice at once', async () => {
    await add(owner, 'a', 'first.txt');
    expect(await refusalOf(add(owner, 'a', 'second.txt'))).to.equal('invalid file:fileKnown');
    const both = await Promise.all([1, 2].map(() => refusalOf(add(owner, 'b'))));
    expect(both.sort()).to.deep.equal(['invalid file:fileKnown', 'taken']);
    expect(await counted()).to.deep.equal([2, 2]);
    expect(await service.deps.store.records(`evidence/${id}`)).to.have.length(2);
  });

  it('is limited to two hundred files, also under concurrent uploads', async () => {
    const one = await add(owner, 'a');
    const more = Array.from({ length: maxEvidence - 2 }, (_, i) => stored(one, i));
    await service.connection.collection('evidence').insertMany(more as never[]);
    const both = await Promise.all(['b', 'c'].map((words) => refusalOf(add(owner, words))));
    expect(both.sort()).to.deep.equal(['invalid file:fileCountReached', 'taken']);
    expect(await refusalOf(add(owner, 'd'))).to.equal('invalid file:fileCountReached');
    expect((await counted())[0]).to.equal(maxEvidence);
  });

  it('is accepted from owners and editors only; refused files are not stored', async () => {
    await add(await colleague('editor'), 'a');
    const before = await counted();
    expect(await refusalOf(add(await colleague('reader'), 'b'))).to.equal('notFound');
    expect(await refusalOf(add(cast.officer, 'b'))).to.equal('notFound');
    expect(await refusalOf(add(owner, '<html>'))).to.equal('invalid file:fileMarkup');
    expect(await counted()).to.deep.equal(before);
  });

  it('is accepted until the application ends, which does not reveal a sealed decision', async () => {
    for (const state of ['draft', 'screening', 'moderation', 'deliberation', 'decided', 'refused']) {
      await inState(state);
      expect(await refusalOf(add(owner, state)), state).to.equal('taken');
    }
    for (const state of ['granted', 'closed', 'withdrawn', 'lapsed']) {
      await inState(state);
      expect(await refusalOf(add(owner, state)), state).to.equal('refused applicationOver');
    }
  });

  it('is not stored when the file moved on during the virus scan', async () => {
    const slow = {
      ...service.deps.intake,
      receive: async (bytes: Buffer, name: string) => {
        await inState('withdrawn');
        return service.deps.intake.receive(bytes, name);
      },
    };
    const deps = { ...service.deps, intake: slow };
    const late = addEvidence(deps, owner, { applicationId: id, name: 'a.txt', bytes: Buffer.from('a') });
    expect(await refusalOf(late)).to.equal('refused applicationOver');
    expect(await counted()).to.deep.equal([0, 0]);
  });

  it('is readable by the organisation, and by staff who may read the file', async () => {
    const { id: evidenceId } = await add(owner, 'a');
    const { officer, reviewers, moderator, rapporteur, committee } = cast;
    const [reviewer] = reviewers;
    const reads = async (person: Person) => {
      const answers = [
        await refusalOf(readEvidence(service.deps, person, evidenceId)),
        await refusalOf(listEvidence(service.deps, person, id)),
      ];
      expect(new Set(answers).size, 'the list and the file agree').to.equal(1);
      return answers[0] === 'taken';
    };
    const readers = async () => {
      const people = { officer, reviewer, moderator, member: committee[1] };
      const all = Object.entries(people).map(async ([name, one]) => ((await reads(one)) ? [name] : []));
      return (await Promise.all(all)).flat();
    };
    expect(await reads(owner)).to.equal(true);
    expect(await reads(await colleague('reader'))).to.equal(true);
    expect(await reads(await service.person('stranger'))).to.equal(false);
    expect(await readers(), 'a draft').to.deep.equal([]);
    const [first = '', second = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    expect(await readers(), 'in evaluation').to.deep.equal(['officer', 'reviewer']);
    await deliver(service.deps, reviewers[0], first, specimen.reviews[0]);
    await deliver(service.deps, reviewers[1], second, specimen.reviews[1]);
    expect(await readers(), 'to recommend').to.deep.equal(['officer', 'reviewer', 'member']);
    expect(await reads(rapporteur)).to.equal(true);
    await inState('moderation');
    expect(await readers(), 'to settle, nobody asked yet').to.deep.equal(['officer', 'reviewer']);
    await inState('deliberation');
    expect(await readers(), 'to decide').to.deep.equal(['officer', 'reviewer', 'member']);
  });

  it('shows staff what existed at submission; later evidence is visible to the organisation only', async () => {
    const early = await add(owner, 'early', 'early.txt');
    await advanceToEvaluation(service.deps, cast, id, owner);
    const late = await add(owner, 'late', 'late.txt');
    const { deps } = service;
    expect(await listEvidence(deps, owner, id)).to.deep.equal([early, late]);
    for (const person of [cast.officer, cast.reviewers[0]]) {
      expect(await listEvidence(deps, person, id), person.name).to.deep.equal([early]);
      expect(await refusalOf(readEvidence(deps, person, late.id)), person.name).to.equal('notFound');
    }
  });

  it('is invisible to anyone who may not see the organisation, in every list and write', async () => {
    const { id: evidenceId } = await add(owner, 'a');
    const barred = service.deps.store.seenBy({ except: [owner.memberships[0]?.organisationId ?? ''] });
    expect(await barred.evidence(evidenceId)).to.equal(null);
    expect(await barred.evidenceOf(id)).to.deep.equal([]);
    const [kept] = await service.deps.store.evidenceOf(id);
    const by = { id: 'N1', at: '2026-11-02T08:00:00.000Z', actor: { id: owner.id, roles: [] } };
    expect(await refusalOf(barred.addEvidence({ ...(kept as Evidence), id: 'X' }, 9, by))).to.equal(
      'notFound',
    );
  });
});

function stored({ id, ...rest }: Evidence, i: number) {
  return { _id: `${id}.${i}`, ...rest, digest: `${i}` };
}
