import { expect } from 'chai';
import { askedNumbers, textsOfList } from '../../src/register/askedNumbers.ts';
import { statusAsOf } from '../../src/register/statusAsOf.ts';
import { specimenEntry } from '../support/specimenEntry.ts';

describe('register/askedNumbers', () => {
  it('reads each text for itself, and names the place of one that was there before', () => {
    const texts = ['MIE-26-00042-D', 'mie 26 00042 d', 'MIE-26-00043-D', 'pain', 'MIE-26-00041-F'];
    expect(askedNumbers(texts)).to.deep.equal([
      { kind: 'number', typed: texts[0], number: 'MIE-26-00042-D' },
      { kind: 'repeated', typed: texts[1], number: 'MIE-26-00042-D', first: 1 },
      { kind: 'mistyped', typed: texts[2] },
      { kind: 'notANumber', typed: texts[3] },
      { kind: 'number', typed: texts[4], number: 'MIE-26-00041-F' },
    ]);
  });

  it('takes a list as it is pasted: lines, signs between, rows of a spreadsheet', () => {
    expect(textsOfList('MIE-26-00042-D\r\n\n MIE-26-00041-F , MIE-26-00043-D;x\n')).to.deep.equal([
      'MIE-26-00042-D',
      'MIE-26-00041-F',
      'MIE-26-00043-D',
    ]);
    expect(textsOfList('Boulangerie\tMIE-26-00042-D\t1200.-\nAtelier\t\tVernier')).to.deep.equal([
      'MIE-26-00042-D',
      'Atelier',
      'Vernier',
    ]);
    expect(textsOfList(' \n;;\t,')).to.deep.equal([]);
  });
});

describe('register/statusAsOf', () => {
  const withdrawn = {
    ...specimenEntry,
    state: 'withdrawn',
    history: [...specimenEntry.history, { state: 'withdrawn', on: '2026-10-20' }],
  } as const;
  const on = (day: string) => statusAsOf(withdrawn, day, '2026-11-02');

  it('says what was true on a day, today, and nothing of a day before the first', () => {
    expect([on('1900-01-01'), on('2026-09-30')]).to.deep.equal([null, null]);
    expect(on('2026-10-10')).to.deep.equal({ word: 'active', valid: true });
    expect(on('2026-10-20')).to.deep.equal({ word: 'withdrawn', valid: false });
    expect(on('2026-11-02')).to.deep.equal({ word: 'withdrawn', valid: false });
  });
});
