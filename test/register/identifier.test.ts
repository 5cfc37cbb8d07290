import { expect } from 'chai';
import fc from 'fast-check';
import { legalUnit, readIdentifier, unitIn, unitKind } from '../../src/register/identifier.ts';

const nineDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((digits) => digits.join(''))
  .filter((digits) => !digits.startsWith('000'));

describe('the identifier of an organisation', () => {
  it('accepts a Swiss UID in any notation', () => {
    const uid = { kind: 'uid', text: 'CHE-123.456.788' };
    for (const typed of [
      'CHE-123.456.788',
      'che123456788',
      ' CHE 123 456 788 ',
      'CHE‑123.456.788 TVA',
      'CHE-123.456.788 MWST',
      'CHE-123.456.788IVA',
      'IDE : CHE-123.456.788',
      'UID CHE-123.456.788',
      'N° IDE CHE-123.456.788',
    ])
      expect(readIdentifier(typed), typed).to.deep.equal(uid);
  });

  it('accepts a French SIREN in any notation', () => {
    for (const typed of ['732829320', '732 829 320', '732.829.320', 'SIREN 732 829 320', 'FR 40 732829320'])
      expect(readIdentifier(typed), typed).to.deep.equal({ kind: 'siren', text: '732 829 320' });
  });

  it('accepts the SIRET of an establishment whose SIREN is valid', () => {
    for (const typed of ['73282932000074', '732 829 320 00074', '732.829.320.00074'])
      expect(readIdentifier(typed), typed).to.deep.equal({ kind: 'siret', text: '732 829 320 00074' });
  });

  it('accepts a SIRET of La Poste by its digit sum, and of nobody else', () => {
    expect(readIdentifier('356 000 000 00048')?.kind, 'its seat, by Luhn').to.equal('siret');
    expect(readIdentifier('356 000 000 09075')?.kind, 'a multiple of five').to.equal('siret');
    expect(readIdentifier('356 000 000 09076')).to.equal(null);
    const multipleOfFive = '732 829 320 00004';
    expect([...multipleOfFive].reduce((sum, digit) => sum + Number(digit), 0) % 5).to.equal(0);
    expect(readIdentifier(multipleOfFive)).to.equal(null);
  });

  it('refuses a wrong check digit, a wrong length or extra characters', () => {
    for (const typed of [
      '',
      'CHE-123.456.789',
      'CHE-123.456.78',
      'CHE-123.456.7888',
      'FR-732829320',
      '732829321',
      '73282932000075',
      'CHE-123.456.788 00074',
      '732829321 00074',
      '7328293200007',
      'CHE-000.000.000',
      '000000000',
      'CHE-123.456.788 x',
      'TVA732829320',
      '１２３４５６７８２',
    ])
      expect(readIdentifier(typed), typed).to.equal(null);
  });

  it('refuses where the check digit would be 10', () => {
    const tens = Array.from({ length: 10 }, (_, last) => readIdentifier(`CHE-100.010.00${last}`));
    expect(tens).to.deep.equal(Array(10).fill(null));
  });

  it('detects any single wrong digit, in both forms', () => {
    const changed = (digits: string, place: number, by: number) =>
      [...digits].map((d, i) => (i === place ? (Number(d) + by) % 10 : d)).join('');
    fc.assert(
      fc.property(
        nineDigits,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('', 'CHE'),
        (digits, place, by, country) => {
          fc.pre(readIdentifier(country + digits) !== null);
          expect(readIdentifier(country + changed(digits, place, by))).to.equal(null);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is found as somebody types it, by the organisation itself; a slip is told from any other text', () => {
    for (const uid of [
      'CHE-123.456.788',
      'che 123 456 788',
      'CHE123456788',
      'CHE-123.456.788 TVA',
      'CHE-123.456.788 MWST',
    ])
      expect(unitIn(uid), uid).to.deep.equal({ unit: 'CHE-123.456.788' });
    for (const siren of ['732829320', '732 829 320', '732 829 320 00074', '73282932000074'])
      expect(unitIn(siren), siren).to.deep.equal({ unit: '732 829 320' });
    for (const slip of ['CHE-123.456.789', 'CHE-123.456.789 TVA', '732829321', '732 829 320 00075'])
      expect(unitIn(slip), slip).to.equal('mistyped');
    for (const other of [
      '',
      'pain',
      '1204',
      'CHE',
      '12345678',
      '022 123 45 67',
      `CHE${' '.repeat(400)}123456789`,
    ])
      expect(unitIn(other), other).to.equal(null);
  });

  it('is parsed from its stored form', () => {
    fc.assert(
      fc.property(nineDigits, fc.constantFrom('', 'CHE'), (digits, country) => {
        const read = readIdentifier(country + digits);
        fc.pre(read !== null);
        expect(read && readIdentifier(read.text)).to.deep.equal(read);
      }),
    );
  });

  it('reads an Italian codice fiscale where the label takes it, and there no other kind', () => {
    const italian = (typed: string) => readIdentifier(typed, ['codiceFiscale']);
    for (const typed of ['00743110157', 'IT 00743110157', 'P.IVA IT00743110157', 'CF: 007 431 101 57'])
      expect(italian(typed), typed).to.deep.equal({ kind: 'codiceFiscale', text: '00743110157' });
    for (const typed of ['00743110158', '0074311015', '007431101570', 'CHE-123.456.788', '732 829 320'])
      expect(italian(typed), typed).to.equal(null);
    expect(readIdentifier('00743110157'), 'not here').to.equal(null);
    expect(legalUnit('00743110157')).to.equal('00743110157');
    expect(unitKind('00743110157')).to.equal('codiceFiscale');
  });
});
