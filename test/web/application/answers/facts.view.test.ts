import { expect } from 'chai';
import fc from 'fast-check';
import type { FactRule } from '../../../../src/criteria/scheme.ts';
import { languages } from '../../../../src/criteria/scheme.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { changedFacts, factShape } from '../../../../src/web/application/answers/facts.form.ts';
import { factField, factValues, servedBy } from '../../../../src/web/application/answers/facts.view.ts';
import { parse } from '../../../../src/web/forms/parse.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';

const words = createI18n();
const { scheme, texts } = realScheme();
const rule: FactRule = { id: 'F01', scope: 'organisation', unit: 'EPT' };
const read = (typed: string) => parse(factShape([rule]), { F01: typed }).F01;

describe('a figure in its field', () => {
  it('is parsed as formatted, in every language', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -1e9, max: 1e12 }),
      fc.integer({ min: 1, max: 1e9 }).map((n) => n / 1000),
      fc.integer({ min: 1, max: 999_999 }).map((n) => n / 1000),
      fc.constantFrom(0.1, 1e-7, 0.0000123, 1.0001),
    );
    fc.assert(
      fc.property(numbers, fc.constantFrom(...languages), (n, language) => {
        const { F01: shown = '' } = factValues([rule], { F01: n }, words[language]);
        expect(read(shown), shown).to.equal(n);
      }),
    );
  });

  it('is accepted in usual notations', () => {
    const taken = {
      '1’240’000': 1240000,
      "1'240'000.50": 1240000.5,
      '1 240 000,5': 1240000.5,
      ' 0,6 ': 0.6,
      '0,125': 0.125,
      '-3': -3,
    };
    for (const [typed, n] of Object.entries(taken)) expect(read(typed), typed).to.equal(n);
    expect(read('')).to.equal(null);
  });

  it('explains what to write instead of a percentage, and reads the sign where it asks for one', () => {
    for (const typed of ['60 %', '60%']) {
      expect(() => read(typed), typed).to.throw('F01:percentTyped');
      const share = { ...rule, unit: '%' } as const;
      expect(parse(factShape([share]), { F01: typed }).F01, typed).to.equal(60);
    }
  });

  it('asks for an amount where it is a part of one, in every language', () => {
    const parts = scheme.facts.filter(({ partOf, unit }) => partOf !== undefined && unit === 'CHF');
    expect(parts).to.have.length.above(3);
    const begins = {
      fr: /^Montant en francs suisses\s:/u,
      de: /^Betrag in Schweizer Franken:/u,
      it: /^Importo in franchi svizzeri/u,
      en: /^Amount in Swiss francs/u,
    };
    for (const language of languages)
      for (const part of parts) {
        const { label } = factField(part, texts[language], words[language]);
        expect(label, language).to.match(begins[language]);
      }
  });

  it('is refused when a comma is ambiguous', () => {
    for (const typed of ['1,240', '12.400', '-1,240']) {
      expect(() => read(typed), typed).to.throw('F01:ambiguousNumber');
    }
  });

  it('is submitted only when changed, cleared or confirmed', () => {
    const kept = { F01: 12000 };
    const changed = (fields: Record<string, string>) =>
      changedFacts([rule], parse(factShape([rule]), fields), kept);
    const nothing = { facts: {}, removed: [], sure: {} };
    expect(changed({})).to.deep.equal(nothing);
    expect(changed({ F01: '12 000' })).to.deep.equal(nothing);
    expect(changed({ F01: '' })).to.deep.equal({ ...nothing, removed: ['F01'] });
    expect(changedFacts([rule], { F01: null }, {})).to.deep.equal(nothing);
    const sure = { ...nothing, facts: { F01: 120000 }, sure: { F01: 120000 } };
    expect(changed({ F01: '120 000', 'F01.sure': '120000' })).to.deep.equal(sure);
    expect(changed({ 'F01.sure': '120000' }), 'a tick that is saved alone').to.deep.equal(sure);
    expect(changed({ 'F01.sure': 'empty' })).to.deep.equal({
      ...nothing,
      removed: ['F01'],
      sure: { F01: null },
    });
    expect(changed({ F01: '13', 'F01.sure': 'x' })).to.deep.equal({ ...nothing, facts: { F01: 13 } });
  });

  it('shows its unit, by offer type, and the criteria it serves', () => {
    const text = texts.fr;
    const field = (id: string, type: 'food' | 'service') => {
      const found = scheme.facts.find((fact) => fact.id === id);
      return found && factField(found, text, words.fr, type);
    };
    expect([field('O01', 'food')?.unit, field('O01', 'service')?.unit]).to.deep.equal(['kg', 'heures']);
    expect([field('O01', 'food')?.label, field('O02', 'service')?.label]).to.deep.equal([
      'Poids des matières de la recette, en tout',
      'Dont heures travaillées dans la région',
    ]);
    expect(field('O04', 'food')?.options.map(({ value }) => value)).to.deep.equal(['yes', 'no']);
    const ids = (fact: string) => servedBy(fact, scheme).map(({ id }) => id);
    expect([ids('F12'), ids('F06'), ids('O00'), ids('O04'), ids('F02')]).to.deep.equal([
      ['COO-01', 'COO-02'],
      ['LUC-01'],
      ['OFR-01'],
      ['OFR-01'],
      [],
    ]);
  });
});
