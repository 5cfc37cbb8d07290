import { expect } from 'chai';
import { lookUpTexts, textsOfList } from '../../src/register/lookUpTexts.ts';
import { validityAsOf } from '../../src/register/validity.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';

describe('register/lookUpTexts', () => {
  const publicUrl = 'https://label.example';

  it('reads each text independently, and marks duplicates by position', () => {
    const texts = [
      'MIE-26-00042-D',
      'mie 26 00042 d',
      '(MIE-26-00043-D)',
      'pain',
      'MIE-26-00041-F',
      `${publicUrl}/labels/MIE-26-00041-F`,
      'Specimen.example',
      'info@specimen.example',
      publicUrl,
      'Label MIE-26-00041-F, boulangerie',
    ];
    const specimen = { kind: 'site', host: 'specimen.example' };
    expect(lookUpTexts(texts, publicUrl)).to.deep.equal([
      { kind: 'number', typed: texts[0], number: 'MIE-26-00042-D', first: null },
      { kind: 'number', typed: texts[1], number: 'MIE-26-00042-D', first: 1 },
      { kind: 'mistyped', typed: texts[2], slip: 'MIE-26-00043-D' },
      { kind: 'notANumber', typed: texts[3] },
      { kind: 'number', typed: texts[4], number: 'MIE-26-00041-F', first: null },
      { kind: 'number', typed: texts[5], number: 'MIE-26-00041-F', first: 5 },
      { ...specimen, typed: texts[6], first: null },
      { ...specimen, typed: texts[7], first: 7 },
      { kind: 'notANumber', typed: texts[8] },
      { kind: 'number', typed: texts[9], number: 'MIE-26-00041-F', first: 5 },
    ]);
  });

  it('reads UIDs and SIRENs in every way that people write them, and tells a slip', () => {
    const read = (typed: string) => {
      const [one] = lookUpTexts([typed], publicUrl);
      return one && 'unit' in one ? one.unit : one?.kind;
    };
    for (const typed of ['CHE-100.000.006', 'che100000006 MWST', 'IDE: CHE 100 000 006', '100.000.006'])
      expect(read(typed), typed).to.equal('CHE-100.000.006');
    for (const typed of ['732 829 320', 'SIREN 732829320', '732 829 320 00074', 'FR40732829320'])
      expect(read(typed), typed).to.equal('732 829 320');
    expect([read('CHE-100.000.007'), read('732829321')]).to.deep.equal(['unitMistyped', 'unitMistyped']);
    expect(textsOfList('Atelier;CHE-100.000.006;1227 Carouge;atelier.example', publicUrl)).to.deep.equal([
      'CHE-100.000.006',
    ]);
  });

  it('accepts a pasted list: lines, separators, rows of a spreadsheet', () => {
    const textsOf = (pasted: string) => textsOfList(pasted, publicUrl);
    expect(textsOf('MIE-26-00042-D\r\n\n MIE-26-00041-F , MIE-26-00043-D;x\n')).to.deep.equal([
      'MIE-26-00042-D',
      'MIE-26-00041-F',
      'MIE-26-00043-D',
    ]);
    expect(textsOf('Boulangerie\tMIE-26-00042-D\tspecimen.example\nAtelier\t\tVernier')).to.deep.equal([
      'MIE-26-00042-D',
      'Atelier',
      'Vernier',
    ]);
    expect(textsOf('Boulangerie;1227 Carouge;https://specimen.example/fr')).to.deep.equal([
      'https://specimen.example/fr',
    ]);
    expect(textsOf('Label MIE-26-00042-D, boulangerie')).to.deep.equal(['Label MIE-26-00042-D']);
    expect(textsOf(' \n;;\t,')).to.deep.equal([]);
  });
});

describe('register/validityAsOf', () => {
  const withdrawn = {
    ...specimenEntry,
    state: 'withdrawn',
    history: [...specimenEntry.history, { state: 'withdrawn', on: '2026-10-20' }],
  } as const;
  const on = (day: string) => validityAsOf(withdrawn, day, '2026-11-02');

  it('returns the status on a day, today, and nothing before the first day', () => {
    expect([on('1900-01-01'), on('2026-09-30')]).to.deep.equal([null, null]);
    expect(on('2026-10-10')).to.include({ word: 'active', valid: true });
    expect(on('2026-10-20')).to.include({ word: 'withdrawn', valid: false });
    expect(on('2026-11-02')).to.include({ word: 'withdrawn', valid: false });
  });

  it('says on a day without the label until when it had held by then, whatever came later', () => {
    const step = (state: 'active' | 'suspended' | 'withdrawn', on: string) => ({ state, on });
    const paused = [...specimenEntry.history, step('suspended', '2026-10-10'), step('active', '2026-10-13')];
    const lives = {
      'that holds again': { state: 'active', history: paused },
      'that is withdrawn': { state: 'withdrawn', history: [...paused, step('withdrawn', '2026-10-20')] },
    } as const;
    for (const [name, life] of Object.entries(lives))
      expect(validityAsOf({ ...specimenEntry, ...life }, '2026-10-11', '2026-11-02'), name).to.include({
        ...{ word: 'suspended', valid: false, until: '2026-10-09' },
      });
    const cut = { state: 'terminated', on: '2026-10-20', during: 'suspension' } as const;
    const given = {
      ...specimenEntry,
      state: 'terminated',
      history: [...specimenEntry.history, step('suspended', '2026-10-10'), cut],
    } as const;
    const during = ['2026-10-05', '2026-10-11', '2026-10-21', '2026-11-02'].map(
      (day) => validityAsOf(given, day, '2026-11-02')?.during,
    );
    expect(during).to.deep.equal([undefined, undefined, 'suspension', 'suspension']);
  });
});
