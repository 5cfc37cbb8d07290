import { expect } from 'chai';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { advanceToEvaluation, castOf, deliver, filledDraft } from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('storage/createJournal', () => {
  let service: TestService;
  let journal: ReturnType<typeof createJournal>;
  let stream: string;
  const records = () =>
    service.connection.collection<{ _id: string; seq: number; stream: string }>('records');

  beforeEach(async () => {
    service = await testService('journal');
    journal = createJournal(service.connection);
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(service.deps, cast.owner);
    const [first = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    await deliver(service.deps, cast.reviewers[0], first);
    stream = `applications/${id}`;
  });
  afterEach(() => service.stop());

  const faults = async () => (await journal.verify()).faults;

  it('holds after ordinary work, and counts the lines', async () => {
    expect(await journal.verify()).to.deep.equal({
      streams: (await records().distinct('stream')).length,
      lines: await records().countDocuments(),
      faults: [],
    });
  });

  it('detects a changed line', async () => {
    await records().updateOne({ stream, seq: 3 }, { $set: { 'actor.id': 'somebody-else' } });
    expect(await faults()).to.deep.equal([{ stream, seq: 3, why: 'changed' }]);
  });

  it('detects a removed line', async () => {
    await records().deleteOne({ stream, seq: 3 });
    expect(await faults()).to.deep.equal([{ stream, seq: 3, why: 'missing' }]);
  });

  it('detects a truncated end', async () => {
    const last = await records().countDocuments({ stream });
    await records().deleteOne({ stream, seq: last });
    expect(await faults()).to.deep.equal([{ stream, seq: last - 1, why: 'missing' }]);
  });

  it('detects a state that does not follow from its records', async () => {
    const id = stream.slice('applications/'.length);
    await service.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { 'context.outcome': 'granted' } });
    expect((await faults()).map(({ why }) => why)).to.deep.equal(['stateDiffers']);
  });

  it('detects a score changed after its delivery', async () => {
    const reviews = service.connection.collection('reviews');
    await reviews.updateOne({ state: 'delivered' }, { $set: { 'scores.0.level': 0 } });
    expect((await faults()).map(({ why }) => why)).to.deep.equal(['scoresDiffer']);
  });

  it('detects a snapshot that does not match its digest', async () => {
    const snapshots = service.connection.collection('snapshots');
    await snapshots.updateOne({}, { $set: { 'content.organisation.name': 'Another' } });
    expect((await faults()).map(({ why }) => why.split(' ')[0])).to.deep.equal(['snapshotDiffers']);
  });

  it('detects records whose item is gone', async () => {
    await service.connection
      .collection<{ _id: string }>('applications')
      .deleteOne({ _id: stream.slice('applications/'.length) });
    expect(await faults()).to.deep.equal([{ stream, seq: 1, why: 'itemMissing' }]);
  });
});
