import { expect } from 'chai';
import fc from 'fast-check';
import { readNumber } from '../../../src/web/forms/readNumber.ts';

const value = (typed: string) => {
  const read = readNumber(typed);
  return 'value' in read ? read.value : read.fault;
};

describe('a number', () => {
  it('is parsed in the notation of all four languages', () => {
    const taken: Record<string, number> = {
      '1’200': 1200,
      "1'200": 1200,
      '1 200': 1200,
      '1\u00a0200': 1200,
      '1\u202f200': 1200,
      '1.200,50': 1200.5,
      '1,200.50': 1200.5,
      '1.240.000': 1240000,
      '1,240,000': 1240000,
      '1 240 000,5': 1240000.5,
      '1’240.500': 1240.5,
      '1240,500': 1240.5,
      '0,6': 0.6,
      '0.6': 0.6,
      '0,125': 0.125,
      ' 12 ': 12,
      '-3': -3,
      '\u22123': -3,
      '-0': 0,
    };
    for (const [typed, n] of Object.entries(taken)) expect(value(typed), typed).to.equal(n);
    expect([value(''), value('  ')]).to.deep.equal([null, null]);
  });

  it('is read as an amount is written, with any apostrophe or space, before or after the currency, with a minus', () => {
    const marks = [
      "'",
      '\u2019',
      '\u2018',
      '\u02bc',
      '\u2032',
      '\u00b4',
      '`',
      ' ',
      '\u00a0',
      '\u202f',
      '\u2009',
    ];
    const around: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => `${text}.-`,
      (text) => `${text}.\u2013`,
      (text) => `${text}.\u2014`,
      (text) => `${text},--`,
      (text) => `${text} CHF`,
      (text) => `${text}\u00a0Fr.`,
      (text) => `CHF ${text}.-`,
      (text) => `CHF${text}`,
      (text) => `SFr. ${text}`,
      (text) => `${text} €`,
    ];
    for (const mark of marks) {
      for (const write of around) {
        const typed = write(`1${mark}100${mark}000`);
        expect(value(typed), typed).to.equal(1_100_000);
        for (const minus of ['-', '\u2212', '\u2013']) {
          expect(value(write(`${minus}1${mark}100${mark}000`)), `${minus} ${typed}`).to.equal(-1_100_000);
          expect(value(`${minus}${typed}`), `${minus}${typed}`).to.equal(-1_100_000);
        }
      }
    }
    expect([value('4,5 EPT'), value('4.5 VZÄ'), value('1’240.50 CHF')]).to.deep.equal([4.5, 4.5, 1240.5]);
    expect(value('1.240 CHF'), 'still two ways').to.equal('ambiguousNumber');
  });

  it('that is ambiguous is refused with both readings', () => {
    expect(readNumber('1.240')).to.deep.equal({ fault: 'ambiguousNumber', whole: '1240', decimal: '1.24' });
    expect(readNumber('-12,345')).to.deep.equal({
      fault: 'ambiguousNumber',
      whole: '-12345',
      decimal: '-12,3450',
    });
    expect(readNumber('1,000')).to.deep.equal({ fault: 'ambiguousNumber', whole: '1000', decimal: '1' });
    for (const typed of ['-12345', '-12,3450', '1']) expect(value(typed)).to.be.a('number');
  });

  it('is nothing else: text, units, powers, infinity, wrong groups', () => {
    for (const typed of [
      'abc',
      'Infinity',
      'NaN',
      '1e5',
      '0x10',
      '12 00',
      '1’2’3',
      '1.2.3',
      '1,2.3,4',
      '1.200.50',
      '12 kg',
      'CHF',
      '.-',
      '-',
      '1200-',
      '12 CHF 3',
      '--3',
      '٣',
      '.',
    ]) {
      expect(value(typed), typed).to.equal('notANumber');
    }
  });

  it('is told apart from a percentage', () => {
    for (const typed of ['60 %', '60%', '12,5 %', '60\u00a0%'])
      expect(value(typed), typed).to.equal('percentTyped');
    for (const typed of ['%', '60 % 3', 'CHF 60 %']) expect(value(typed), typed).to.equal('notANumber');
  });

  it('formatted by a locale is parsed again, or reported as ambiguous', () => {
    const locales = ['fr-CH', 'de-CH', 'it-CH', 'en-GB', 'de-DE', 'fr-FR'] as const;
    const formats = new Map(
      locales.flatMap((locale) =>
        [0, 1, 2, 3].map((digits) => [
          `${locale} ${digits}`,
          new Intl.NumberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: digits }),
        ]),
      ),
    );
    const numbers = fc.oneof(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100),
    );
    const one = fc.tuple(numbers, fc.constantFrom(...locales), fc.constantFrom(0, 1, 2, 3));
    fc.assert(
      fc.property(one, ([n, locale, digits]) => {
        const printed = formats.get(`${locale} ${digits}`)?.format(n) ?? '';
        const read = readNumber(printed);
        const { fault, value: back } = { fault: undefined, value: undefined, ...read };
        if (fault !== undefined) expect(fault, printed).to.equal('ambiguousNumber');
        // Printing rounds; what is read back is what was printed.
        else expect(back, `${locale} ${printed}`).to.be.closeTo(n, 0.501 / 10 ** digits);
      }),
      { numRuns: 2000 },
    );
  });
});
