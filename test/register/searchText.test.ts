import { expect } from 'chai';
import { parseSearchText } from '../../src/register/searchText.ts';
import { withCpuLimit } from '../support/withCpuLimit.ts';

const number = 'MIE-26-00042-D';
const read = (typed: string) => parseSearchText(typed, 'https://label.example');

describe('register/searchText', () => {
  it('finds a number as typed, pasted and scanned', () => {
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
      `https://label.example/fr/verify?q=${number}`,
      'label.example/de/verify?q=mie+26+00042+d&on=2026-10-05',
      `https://label.example/fr/report?number=${number}#number`,
      'ＭＩＥ－２６－０００４２－Ｄ',
      'MlE-26-ooo42-D',
    ]) {
      expect(read(typed), typed).to.deep.equal({ kind: 'number', number });
    }
  });

  it('finds a single number in a short text', () => {
    for (const typed of [
      `(${number})`,
      `N° ${number}`,
      `N°${number}`,
      `№${number}`,
      `Label ${number}, boulangerie`,
      `${number} 😀`,
      `${number},`,
      `« ${number} ».`,
      `label:\u200b${number}\nle pain au levain`,
      'Label ＭＩＥ－２６－０００４２－Ｄ、',
      'le label MIE 26 00042 D, merci',
      `${number} (${number.toLowerCase()})`,
      `Voir <https://label.example/labels/${number}>, merci`,
      `${number} vu sur https://evil.example/labels/MIE-26-00041-F`,
      `Label ${number} boulangerie-specimen.ch`,
    ]) {
      expect(read(typed), typed).to.deep.equal({ kind: 'number', number });
    }
    expect(read('(MIE-26-00043-D)')).to.deep.equal({ kind: 'mistyped', typed: 'MIE-26-00043-D' });
  });

  it('ignores several numbers, parts of others, and those of another site', () => {
    for (const typed of [
      `${number} MIE-26-00041-F`,
      `${number} ou MIE-26-00043-D`,
      `X${number}`,
      `${number}X et plus`,
      `${number}-2 du lot`,
      `voir https://evil.example/labels/${number} merci`,
      `voir (evil.example/labels/${number}) merci`,
      `voir evil.example/a,${number} merci`,
      `voir ｅｖｉｌ．ｅｘａｍｐｌｅ/${number} merci`,
      `voir evil。example/${number}`,
      `voir ftp://evil.example/a,${number}`,
      `voir 192.0.2.1/(${number})`,
      `voir https://label.example@evil.example/${number}`,
      `voir ${number}@evil.example`,
      `voir ${number}.evil.example`,
    ]) {
      expect(read(typed), typed).to.deep.equal({ kind: 'words', text: typed });
    }
  });

  for (const part of ['MIE-26-00001', 'MIE', 'mie ', '- - -', '((', 'a.a', '@', '\ufdfa', '/…', '1.1.1.1/']) {
    it(`scans a long text once: ${part}`, () => {
      for (const length of [300, 1_000_000]) {
        const typed = `${part.repeat(length).slice(0, length)}!`;
        expect(() => withCpuLimit(() => read(typed))).not.to.throw();
      }
    });
  }

  it('detects a slip in a number, also in one of our addresses', () => {
    expect(read(' MIE-26-00043-D ')).to.deep.equal({ kind: 'mistyped', typed: 'MIE-26-00043-D' });
    expect(read('label.example/labels/MIE-26-00043-D')).to.deep.equal({
      kind: 'mistyped',
      typed: 'MIE-26-00043-D',
    });
  });

  it('ignores a number in the address of another site', () => {
    for (const [typed, host] of [
      [`https://label.example.evil.example/labels/${number}`, 'label.example.evil.example'],
      [`https://evil.example/label.example/labels/${number}`, 'evil.example'],
      ['www.boulangerie-specimen.ch', 'www.boulangerie-specimen.ch'],
      ['Boulangerie-Spécimen.CH/pain', 'xn--boulangerie-spcimen-ozb.ch'],
      ['müller.example', 'xn--mller-kva.example'],
      ['info@specimen.example', 'specimen.example'],
      ['mailto:info@specimen.example', 'specimen.example'],
      ['пример.рф.', 'xn--e1afmkfd.xn--p1ai.'],
      ['https://192.0.2.1:8080/x', '192.0.2.1'],
    ] as const) {
      expect(read(typed), typed).to.deep.equal({ kind: 'site', host });
    }
    expect(read(`https://label.example@evil.example/labels/${number}`).kind).to.not.equal('number');
  });

  it('treats anything else as words', () => {
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
