import { expect } from 'chai';
import fc from 'fast-check';
import { cleanName, extensionOf } from '../../src/intake/cleanName.ts';

const names: readonly (readonly [string, string])[] = [
  ['Bilan 2025.pdf', 'Bilan 2025.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\x\\Bilan.PDF', 'Bilan.pdf'],
  ['e\u0301nergie.pdf', 'énergie.pdf'],
  ['facture\u202efdp.exe.pdf', 'facturefdp.exe.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie: x.pdf'],
  ['\u200b\ufeff.pdf', 'pdf.pdf'],
  ['', 'document.pdf'],
  ['...', 'document.pdf'],
  ['/', 'document.pdf'],
  ['Bilan', 'Bilan.pdf'],
  ['bilan .  pdf', 'bilan.pdf'],
  ['\ud83c.pdf', 'pdf.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
];

describe('intake/cleanName', () => {
  for (const [typed, clean] of names) {
    it(`makes ${JSON.stringify(typed.slice(0, 40))} ${clean.slice(0, 40)}`, () => {
      expect(cleanName(typed, 'pdf')).to.equal(clean);
    });
  }

  it('turns any text into a one-line name of 1 to 120 characters, without a path, with its extension', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const name = cleanName(typed, 'jpg');
        expect([...name].length).to.be.within(5, 120);
        expect(name).to.match(/^[^/\\\p{Cc}\u202a-\u202e\u2066-\u2069]+\.jpg$/u);
        expect(name).to.equal(name.normalize('NFC'));
        expect(extensionOf(name)).to.equal('jpg');
      }),
    );
  });
});
