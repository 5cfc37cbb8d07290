import { expect } from 'chai';
import { auditLog } from '../../src/commands/transparency/audit/auditLog.ts';
import { readNoteKey } from '../../src/transparency/read/noteKey.ts';
import { writeLog } from '../support/transparency/writtenLog.ts';

describe('transparency', () => {
  it('writes a log of 10,000 entries that a reader takes who was made from the specifications alone', async () => {
    const files = new Map<string, Buffer>();
    const asked = { entries: 10_000, labels: 3000, origin: 'label.example/log' };
    const { vkey, labels } = writeLog(asked, (path, bytes) => files.set(path, bytes));
    const read = new Set<string>();
    const { head, findings, ...report } = await auditLog({
      source: {
        file: async (path) => {
          read.add(path);
          return files.get(path) ?? null;
        },
        siteFile: async () => null,
        siteLines: async function* () {
          yield* labels();
        },
      },
      policy: { log: readNoteKey(vkey), witnesses: [], quorum: 0 },
      heads: [],
      now: new Date('2026-11-29T12:00:00Z'),
      today: '2026-11-29',
      settle: async () => {},
    });
    expect(findings.told).deep.equal([]);
    expect([head?.size, report.labels]).deep.equal([10_000, 3000]);
    expect(
      [...files.keys()].filter((path) => !read.has(path)),
      'files that the reader did not look at',
    ).deep.equal([]);
  });
});
