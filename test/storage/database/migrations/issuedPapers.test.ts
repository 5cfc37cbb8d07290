import { expect } from 'chai';
import { issuedPapers } from '../../../../src/storage/database/migrations/0190-issued-papers.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

/** Documents as they were stored before papers were known again, of which two are papers. */
const stored = {
  applications: [
    { _id: 'A-1', agreement: { paper: 'aa', at: '2026-10-01T22:30:00.000Z' } },
    { _id: 'A-2', agreement: null },
  ],
  evidence: [
    { _id: 'E1', digest: 'bb', until: '2026-11-24', madeFrom: { questionnaireId: 'Q' } },
    { _id: 'E2', digest: 'cc', until: '2026-11-24' },
  ],
};
const expected = [
  { _id: 'aa', kind: 'agreement', on: '2026-10-02' },
  { _id: 'bb', kind: 'questionnaire', on: '2026-11-24' },
];

describe('storage/migrations/0190-issued-papers', () => {
  let service: TestService;
  before(async () => {
    service = await testService('issued-papers');
    for (const [name, rows] of Object.entries(stored))
      await service.connection.collection<{ _id: string }>(name).insertMany(rows);
  });
  after(() => service.stop());

  it('knows agreements and results of questionnaires by their files, run once or twice', async () => {
    for (const run of ['once', 'twice']) {
      await issuedPapers(service.connection);
      const rows = await service.connection.collection('issuedPapers').find().sort({ _id: 1 }).toArray();
      expect(rows, run).deep.equal(expected);
    }
  });
});
