import { expect } from 'chai';
import { filesInLog } from '../../../../src/storage/database/migrations/0276-files-in-log.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const changedAt = '2026-11-20T08:00:00.000Z';
const file = (revision: number, digest: string) => ({ kind: 'certificate', revision, digest, size: 1 });
/** Labels of a register that is older than this: what is said of their files, and of which revision. */
const stored = [
  { _id: 'MIE-26-00001-X', revision: 2, files: [file(1, 'aa'), file(2, 'bb'), file(2, 'cc')], changedAt },
  { _id: 'MIE-26-00002-X', revision: 1, files: [file(1, 'dd')], changedAt },
  { _id: 'MIE-26-00003-X', revision: 1, files: [], changedAt },
];

describe('storage/migrations/0276-files-in-log', () => {
  let service: TestService;
  before(async () => {
    service = await testService('files-in-log');
    await service.connection.collection<{ _id: string }>('entries').insertMany(stored);
  });
  after(() => service.stop());

  it('lets the log say which files each label has, run once or twice', async () => {
    for (const run of ['once', 'twice']) {
      await filesInLog(service.connection);
      const entries = await service.deps.store.waitingEntries(10);
      const said = entries.map(({ source, statement }) => {
        const { label, revision, files } = JSON.parse(statement ?? '');
        return [source, label, revision, files.map(({ digest }: { digest: string }) => digest).join()];
      });
      expect(said, run).deep.equal([
        ['files/standing/MIE-26-00001-X', 'MIE-26-00001-X', 2, 'bb,cc'],
        ['files/standing/MIE-26-00002-X', 'MIE-26-00002-X', 1, 'dd'],
      ]);
    }
  });
});
