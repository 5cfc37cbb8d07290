import { expect } from 'chai';
import { dateInFull, dateParts } from '../../../src/issuing/drawing/dates.ts';

describe('issuing/dates', () => {
  it('writes a day in full in each language', () => {
    expect(dateInFull('2026-11-24', 'fr')).equal('24 novembre 2026');
    expect(dateInFull('2026-11-24', 'de')).equal('24. November 2026');
    expect(dateInFull('2026-11-24', 'it')).equal('24 novembre 2026');
    expect(dateInFull('2026-11-24', 'en')).equal('24 November 2026');
  });

  it('writes the first of a month as each language does', () => {
    expect(dateInFull('2027-01-01', 'fr')).equal('1er janvier 2027');
    expect(dateInFull('2027-01-01', 'it')).equal('1º gennaio 2027');
    expect(dateInFull('2027-01-01', 'de')).equal('1. Januar 2027');
    expect(dateInFull('2027-01-01', 'en')).equal('1 January 2027');
    expect(dateParts('2027-01-01', 'fr')).deep.equal({ number: '1', ordinal: 'er', rest: ' janvier 2027' });
    expect(dateParts('2027-01-01', 'it')).deep.equal({ number: '1º', ordinal: '', rest: ' gennaio 2027' });
    expect(dateParts('2027-01-11', 'fr').ordinal).equal('');
  });

  it('refuses an invalid day', () => {
    for (const wrong of ['2026-02-30', '2026-13-01', '24.11.2026', '2026-11-24T00:00:00Z', '']) {
      expect(() => dateParts(wrong, 'fr'), wrong).throw(RangeError);
    }
  });
});
