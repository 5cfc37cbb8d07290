import { expect } from 'chai';
import { readSought } from '../../src/register/readSought.ts';

const number = 'MIE-26-00042-D';
const read = (typed: string) => readSought(typed, 'https://label.example');

describe('register/readSought', () => {
  it('finds a number as people write, paste and scan it', () => {
    for (const typed of [
      number,
      'mie 26 ooo42 d',
      `\u200f${number}\u200e`,
      'MIE\u221226\u221200042\u2212D',
      `MIE\u00ad-26-\u200b00042-D\ufeff`,
      `https://label.example/labels/${number}`,
      `label.example/fr/labels/${number}?on=2026-10-01#asked`,
      `HTTPS://LABEL.EXAMPLE/badges/${number}.svg`,
      `http://label.example/api/v1/labels/${number}`,
      `https://label.example/labels/${number}/certificate.pdf`,
    ]) {
      expect(read(typed), typed).to.deep.equal({ kind: 'number', number });
    }
  });

  it('tells a slip from a number, also in an address of ours', () => {
    expect(read(' MIE-26-00043-D ')).to.deep.equal({ kind: 'mistyped', typed: 'MIE-26-00043-D' });
    expect(read('label.example/labels/MIE-26-00043-D')).to.deep.equal({
      kind: 'mistyped',
      typed: 'MIE-26-00043-D',
    });
  });

  it('believes no number that stands in the address of another site', () => {
    for (const [typed, host] of [
      [`https://label.example.evil.example/labels/${number}`, 'label.example.evil.example'],
      [`https://evil.example/label.example/labels/${number}`, 'evil.example'],
      ['www.boulangerie-specimen.ch', 'www.boulangerie-specimen.ch'],
      ['Boulangerie-Spécimen.CH/pain', 'xn--boulangerie-spcimen-ozb.ch'],
      ['müller.example', 'xn--mller-kva.example'],
      ['info@specimen.example', 'specimen.example'],
      ['пример.рф.', 'xn--e1afmkfd.xn--p1ai.'],
      ['https://192.0.2.1:8080/x', '192.0.2.1'],
    ] as const) {
      expect(read(typed), typed).to.deep.equal({ kind: 'site', host });
    }
    expect(read(`https://label.example@evil.example/labels/${number}`).kind).to.not.equal('number');
  });

  it('takes anything else for words', () => {
    for (const typed of [
      'pain au levain',
      'S.A.R.L',
      '🥖🥖',
      '1200.50',
      'javascript:alert(1)',
      '$where',
      '',
    ]) {
      expect(read(typed), typed).to.deep.equal({ kind: 'words', text: typed });
    }
    expect(read('https://label.example/fr/register')).to.include({ kind: 'words' });
    expect(read(`a.b${'.c'.repeat(50_000)}`).kind, 'at once').to.equal('words');
  });
});
