// Tier: all. Budget: 5 s.
import { expect } from 'chai';
import { fromAuthorities } from '../../../../src/issuing/seal/longTerm/getFromAuthority.ts';
import { readSeal } from '../../../../src/issuing/seal/readSeal.ts';
import { sealPdf } from '../../../../src/issuing/seal/sealPdf.ts';
import { sealedAt, smallPdf } from '../smallPdf.ts';
import { inYear, type LongSpecimen, openLongSpecimen } from './longSpecimen.ts';

describe('issuing/seal/longTerm', () => {
  let specimen: LongSpecimen;
  before(async () => {
    specimen = await openLongSpecimen();
  });
  after(() => specimen.close());
  afterEach(() => {
    specimen.time().time.conduct = {};
  });

  const read = (document: Buffer) => readSeal(document, [specimen.seal.certificate], specimen.timeRoots());
  const genuine = {
    valid: true,
    coversWholeFile: true,
    trusted: true,
    untimely: false,
    signer: 'Specimen seal',
    at: sealedAt,
    timestamped: true,
  };

  it('adds evidence and a time-stamp each year, behind what is there, beyond the end of every certificate', async () => {
    let document = await specimen.sealed();
    for (const year of [2026, 2027, 2030, 2034, 2038]) {
      if (year > 2027) specimen.newTimeKey(year);
      const longer = await specimen.lengthenIn(year, document);
      expect(longer.subarray(0, document.length).equals(document)).equal(true);
      expect(await read(longer), String(year)).deep.equal(genuine);
      document = longer;
    }
    const text = document.toString('latin1');
    expect(text.match(/\/SubFilter \/ETSI\.RFC3161\n/gu)).length(5);
    expect(
      text
        .match(/\/Fields \[[^\]]+\]/gu)
        ?.at(-1)
        ?.split(' R'),
    ).length(7);
    // Each certificate once, that of a token with the step after it; lists each year, of the seal until it ends.
    const dictionaries = [...text.matchAll(/\/Type \/DSS\n\/Certs \[([^\]]+)\]\n\/CRLs \[([^\]]+)\]\n>>/gu)];
    const counts = dictionaries.map((found) => found.slice(1).map((list) => list.split('R').length - 1));
    expect(counts).deep.equal([
      [4, 2],
      [4, 4],
      [4, 5],
      [5, 6],
      [6, 7],
    ]);
  });

  it('proves nothing by a time-stamp whose certificate ended before the next one came', async () => {
    const document = await specimen.lengthenIn(2026, await specimen.sealed());
    specimen.newTimeKey(2034);
    const late = await read(await specimen.lengthenIn(2034, document));
    expect(late).deep.equal({ ...genuine, trusted: false, untimely: true, at: inYear(2034).toISOString() });
  });

  it('lengthens what it seals where an authority gives lists', async () => {
    await specimen.sealed();
    const { sealer, authority } = specimen;
    for (const one of [authority, specimen.time()]) one.time.time = new Date();
    const get = fromAuthorities();
    const file = await sealPdf(await smallPdf({ fields: [{ timestamped: true }] }), { ...sealer, get });
    expect(await read(file)).include({ coversWholeFile: true, trusted: true, timestamped: true });
    expect(file.toString('latin1')).include('/Type /DocTimeStamp').include('/Type /DSS');
  });

  it('keeps more room for a longer token', async () => {
    specimen.time().time.conduct = { copies: 12 };
    expect(await read(await specimen.lengthenIn(2026, await specimen.sealed()))).deep.equal(genuine);
  });

  it('counts that a certificate was revoked before it was used, and not that it was later', async () => {
    const { authority, seal } = specimen;
    const before = await specimen.lengthenIn(2026, await specimen.sealed());
    authority.revoke(seal.certificate, inYear(2027));
    expect(await read(await specimen.lengthenIn(2027, before))).deep.equal(genuine);
    authority.revoke(seal.certificate, new Date('2026-11-20T00:00:00.000Z'));
    const after = await specimen.lengthenIn(2027, before);
    expect(await read(after)).deep.equal({ ...genuine, trusted: false, untimely: true });
    authority.revoke(seal.certificate, inYear(2029));
  });

  it('proves no time by an authority that nobody named', async () => {
    const document = await specimen.lengthenIn(2026, await specimen.sealed());
    const claimed = { ...genuine, timestamped: false };
    expect(await readSeal(document, [specimen.seal.certificate], [])).deep.equal(claimed);
  });

  it('takes the time of the next proof where the authority of the one before was revoked', async () => {
    const sealed = await specimen.sealed();
    const first = await specimen.lengthenIn(2026, sealed);
    specimen.time().revoke(specimen.firstTime.certificate, new Date('2026-12-01T00:00:00.000Z'));
    specimen.newTimeKey(2027);
    const second = await specimen.lengthenIn(2027, first);
    expect(await read(second)).deep.equal({ ...genuine, at: inYear(2027).toISOString() });
  });
});
