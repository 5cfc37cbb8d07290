import { expect } from 'chai';
import { lookAlike } from '../../src/register/spelling/lookAlike.ts';

describe('register/lookAlike', () => {
  it('names a letter that an eye takes for another, or of another script', () => {
    const names = {
      'Boulangerıe Spécimen': 'ı',
      'Bоulangerie Spécimen': 'о',
      'Βoulangerie Spécimen': 'Β',
      'Coopérative ſpécimen': 'ſ',
      Ｂoulangerie: 'Ｂ',
      'Boulangerie 合': '合',
    };
    for (const [name, letter] of Object.entries(names)) expect(lookAlike(name), name).to.equal(letter);
  });

  it('leaves the letters of our languages and of our neighbours alone', () => {
    for (const name of [
      'Boulangerie L’Œuvre & l’Énergie, coopérative n° 10',
      'Straßenküche Zürich – Größe',
      'Società «Città»',
      'Ægir Ørsted Łódź Đorđe Çelik Ñandú Šport',
      'E\u0301picerie',
      'MIE I0 lm rn',
      '',
    ])
      expect(lookAlike(name), name).to.equal(null);
  });
});
