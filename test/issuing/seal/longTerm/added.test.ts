import { expect } from 'chai';
import { readSeal } from '../../../../src/issuing/seal/readSeal.ts';
import { type LongSpecimen, openLongSpecimen } from './longSpecimen.ts';

describe('issuing/seal/longTerm, what else was added', () => {
  let specimen: LongSpecimen;
  let sealed: Buffer;
  let first: Buffer;
  let second: Buffer;
  before(async () => {
    specimen = await openLongSpecimen();
    sealed = await specimen.sealed();
    first = await specimen.lengthenIn(2026, sealed);
    second = await specimen.lengthenIn(2027, first);
  });
  after(() => specimen.close());

  const isWhole = async (document: Buffer) => {
    const reading = await readSeal(document, [specimen.seal.certificate], specimen.timeRoots());
    expect(reading?.valid).equal(true);
    return reading?.coversWholeFile;
  };
  /** The document with other bytes instead of the first ones that are the same, behind a place. */
  const replaced = (document: Buffer, behind: number, from: string, to: string) => {
    const at = document.indexOf(from, behind);
    expect(at).greaterThan(behind);
    return Buffer.concat([document.subarray(0, at), Buffer.from(to), document.subarray(at + from.length)]);
  };
  /** Where evidence ends and the time-stamp of a step begins. */
  const stampAt = (document: Buffer, from: Buffer) => document.indexOf('\n%%EOF', from.length) + 6;

  it('is refused, whatever it is', async () => {
    const other = await specimen.lengthenIn(2026, await specimen.sealed('Lausanne'));
    const third = await specimen.lengthenIn(2028, second);
    const step = (document: Buffer, before: Buffer) => document.subarray(before.length);
    const note =
      '\n10 0 obj\n<<\n/Type /Page\n>>\nendobj\nxref\n10 1\n0000000009 00000 n \ntrailer\n<<\n/Size 11\n>>\nstartxref\n9\n%%EOF';
    const added: Readonly<Record<string, Buffer>> = {
      'one byte': Buffer.concat([second, Buffer.from('\n')]),
      'a line': Buffer.concat([second, Buffer.from('% specimen\n')]),
      'a page of its own': Buffer.concat([second, Buffer.from(note)]),
      'a page before the time-stamp': Buffer.concat([first, Buffer.from(note), step(second, first)]),
      'evidence without a time-stamp': second.subarray(0, stampAt(second, first)),
      'a time-stamp without evidence': Buffer.concat([first, second.subarray(stampAt(second, first))]),
      'half of a step': second.subarray(0, second.length - 9),
      'the same step twice': Buffer.concat([second, step(second, first)]),
      'a step left out': Buffer.concat([first, step(third, second)]),
      'a step of another document': Buffer.concat([sealed, other.subarray(sealed.length)]),
      'another name of the field': replaced(second, first.length, '/T (Time-stamp 2)', '/T (Time-stamp 3)'),
      'a field that is seen': replaced(second, first.length, '/Rect [0 0 0 0]', '/Rect [0 0 9 9]'),
      'another catalogue': replaced(second, sealed.length, '/Lang (fr)', '/Lang (de)'),
      'an action in the catalogue': replaced(second, sealed.length, '/Lang (fr)', '/AA 1 0 R '),
      'evidence taken out': replaced(second, first.length, '/CRLs [', '/CRLz ['),
      'another token': Buffer.concat([
        sealed,
        Buffer.from(
          first
            .subarray(sealed.length)
            .toString('latin1')
            .replace(
              /\/Contents <[0-9a-f]+>/u,
              () => /\/Contents <[0-9a-f]+>/u.exec(tailOf(other))?.[0] ?? '',
            ),
          'latin1',
        ),
      ]),
    };
    function tailOf(document: Buffer): string {
      return document.subarray(sealed.length).toString('latin1');
    }
    expect(await isWhole(second)).equal(true);
    for (const [what, document] of Object.entries(added)) {
      expect(await isWhole(document), what).equal(false);
    }
  });

  it('is found at every place but in what no token signs of itself', async () => {
    const token = second.lastIndexOf('/Contents <') + '/Contents <'.length;
    const passed: number[] = [];
    for (let at = sealed.length; at < second.length; at += 1511) {
      if (at > token && second.indexOf('>', token) > at) continue;
      const copy = Buffer.from(second);
      copy[at] = (copy[at] ?? 0) ^ 1;
      if (await isWhole(copy)) passed.push(at);
    }
    expect(passed).deep.equal([]);
  });

  it('costs little to refuse', async () => {
    const large = Buffer.concat([
      sealed,
      Buffer.from('\n90 0 obj\n<<\n/Length 9999999\n>>\nstream\n'),
      Buffer.alloc(19e6),
    ]);
    const many = Buffer.concat([
      sealed,
      Buffer.alloc(9e6, '\n1 0 obj\n<<\n/Length 0\n>>\nstream\n\nendstream\nendobj\n'),
    ]);
    for (const document of [large, many]) {
      const began = process.cpuUsage().user;
      expect(await isWhole(document)).equal(false);
      expect(process.cpuUsage().user - began).lessThan(2e6);
    }
  });
});
