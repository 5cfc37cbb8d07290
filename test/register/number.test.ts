import { expect } from 'chai';
import fc from 'fast-check';
import { checkCharacter, labelNumber, otherPrefix, readNumber } from '../../src/register/number.ts';

const numbers = fc
  .tuple(fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([year, running]) => labelNumber(year, running));

/** A check character that no look-alike stands for: forgiving those costs a little of what the others catch. */
const hasPlainCheck = (number: string): boolean => !/[01OI]$/.test(number);

describe('the number of a label', () => {
  it('has the check character of the published example of ISO 7064 MOD 37,36', () => {
    expect(checkCharacter('A12425GABC1234002')).to.equal('M');
  });

  it('is printed with prefix, year, five digits or more, and check character', () => {
    expect(labelNumber(2026, 42)).to.equal('MIE-26-00042-D');
    expect(labelNumber(2026, 1_000_000)).to.match(/^MIE-26-1000000-[0-9A-Z]$/);
  });

  it('is parsed in any notation', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('', ' ', '.', '–', '_', '－'),
        fc.boolean(),
        (number, mark, small) => {
          const typed = number.replaceAll('-', mark);
          expect(readNumber(small ? typed.toLowerCase() : typed)).to.deep.equal({ kind: 'number', number });
        },
      ),
    );
  });

  it('accepts O for 0 and I for 1, also in the check place, and l for 1 before it', () => {
    expect(readNumber('mie 26 OOO42 d')).to.deep.equal({ kind: 'number', number: 'MIE-26-00042-D' });
    expect(readNumber('MlE-26-000lL-r')).to.deep.equal({ kind: 'number', number: labelNumber(2026, 11) });
    const ending = [...Array(200).keys()].map((n) => labelNumber(2026, n + 1));
    for (const [right, alike] of [
      ['0', 'O'],
      ['O', '0'],
      ['1', 'I'],
      ['I', '1'],
    ] as const) {
      const number = ending.find((one) => one.endsWith(right));
      if (!number) throw new Error(`no number ends with ${right}`);
      expect(readNumber(number.slice(0, -1) + alike)).to.deep.equal({ kind: 'number', number });
    }
  });

  it('detects a mistyped character, and finds the right number among the nearest', () => {
    fc.assert(
      fc.property(
        numbers.filter(hasPlainCheck),
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, by) => {
          const at = [...number.matchAll(/\d/g)]
            .map(({ index }) => index)
            .filter((i) => i < number.length - 1);
          const i = at[place % at.length] ?? 0;
          const digit = (Number(number.charAt(i)) + by) % 10;
          const read = readNumber(number.slice(0, i) + digit + number.slice(i + 1));
          expect(read.kind).to.equal('mistyped');
          if (read.kind === 'mistyped') expect(read.nearest).to.include(number);
        },
      ),
    );
  });

  it('offers only valid numbers that differ in one character', () => {
    const read = readNumber('MIE-26-00043-D');
    if (read.kind !== 'mistyped') throw new Error('it should be mistyped');
    for (const number of read.nearest) {
      expect(readNumber(number).kind).to.equal('number');
      const differing = [...number].filter((character, i) => character !== 'MIE-26-00043-D'.charAt(i));
      expect(differing, number).to.have.length(1);
    }
  });

  it('is told from that of another label, and from numbers of other kinds', () => {
    const other = `ZUS-26-00042-${checkCharacter('ZUS2600042')}`;
    const texts: readonly (readonly [typed: string, prefix: string | null])[] = [
      [other, 'ZUS'],
      [` ${other.toLowerCase().replaceAll('-', '–')} `, 'ZUS'],
      [other.replaceAll('-', ''), null],
      [other.replace('42', '43'), null],
      [labelNumber(2026, 42), null],
      ['CHE-123.456.788', null],
      ['Fournil 26', null],
    ];
    for (const [typed, prefix] of texts) expect(otherPrefix(typed), typed).to.equal(prefix);
  });

  it('refuses anything else', () => {
    for (const text of [
      '',
      'pain',
      'MIE-26-42-D',
      'XIE-26-00042-D',
      'MIE'.repeat(20),
      '<b>MIE-26-00042-D</b>',
    ]) {
      expect(readNumber(text), text).to.deep.equal({ kind: 'notANumber' });
    }
    fc.assert(
      fc.property(fc.string(), (text) =>
        ['number', 'mistyped', 'notANumber'].includes(readNumber(text).kind),
      ),
    );
  });
});
