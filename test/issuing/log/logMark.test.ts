import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keepLogMark, readLogMark } from '../../../src/issuing/log/logMark.ts';

describe('what KEYS_DIR remembers of the public log', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-mark-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the longest log that was signed: one that is shorter, or says something else, is not signed', async () => {
    const place = { folder, make: false };
    const keep = (size: number, of: number) => keepLogMark(place, { size, root: Buffer.alloc(32, of) });
    const refuses = async (size: number, of: number) => {
      const refused = await keep(size, of).catch((error: Error) => error);
      expect(refused, `${size} ${of}`).to.have.property('code', 'issuerUnavailable');
    };
    expect(await readLogMark(place)).to.equal(0);
    await keep(0, 9);
    await keep(2, 1);
    await keep(2, 1);
    await refuses(2, 2);
    await refuses(1, 1);
    await keep(7, 3);
    await refuses(2, 1);
    expect(await readLogMark(place)).to.equal(7);
    expect(await readdir(folder)).to.deep.equal(['log-signed.json']);
  });

  it('is nothing in development, which begins again as it likes', async () => {
    await keepLogMark({ folder, make: true }, { size: 3, root: Buffer.alloc(32) });
    expect([await readLogMark({ folder, make: true }), await readdir(folder)]).to.deep.equal([0, []]);
  });
});
