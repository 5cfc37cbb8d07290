import { expect } from 'chai';
import { verifyFile } from '../../../src/commands/verify/verifyFile.ts';
import type { FileReading } from '../../../src/register/fileReading.ts';

const issued = 'ab'.repeat(32);
const seal = {
  ...{ valid: true, coversWholeFile: true, trusted: true, untimely: false, timestamped: true },
  at: '2026-11-24T08:00:00.000Z',
};
const reading = (stampedAgain?: string): FileReading => ({
  ...{ kind: 'pdf', credential: null, numbers: [], saysOther: false, elsewhere: null },
  seal: { ...seal, ...(stampedAgain !== undefined && { stampedAgain }) },
});

describe('commands/verify/verifyFile', () => {
  it('knows a file to which others added time-stamps by the digest of what was issued', async () => {
    const trust = {
      keys: async () => ({}) as never,
      row: async () => null,
      file: async () => null,
      paper: async (digest: string) =>
        digest === issued ? ({ kind: 'decision', on: '2026-11-24' } as const) : null,
    };
    const verdictOf = async (stampedAgain?: string) => {
      const readingBack = { read: async () => reading(stampedAgain) };
      const found = await verifyFile({ trust, readingBack }, Buffer.from('specimen'), '2026-11-25');
      return [found.verdict, found.stampedAgain];
    };
    expect(await verdictOf(issued)).to.deep.equal(['paper', true]);
    expect(await verdictOf('cd'.repeat(32))).to.deep.equal(['sealOnly', true]);
    expect(await verdictOf()).to.deep.equal(['sealOnly', undefined]);
  });
});
