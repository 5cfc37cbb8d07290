import { expect } from 'chai';
import type { FactValue } from '../../src/criteria/assessment.ts';
import {
  checkFacts,
  factsOfScope,
  faultsOfNew,
  isNumeric,
  missingFacts,
  optionsOf,
} from '../../src/criteria/figures.ts';
import { realScheme } from '../support/samples/realScheme.ts';

describe('facts', () => {
  const { scheme } = realScheme('1.0.0');
  const check = (facts: Record<string, FactValue>): unknown[] =>
    checkFacts(scheme, 'organisation', facts).map(({ fact, code }) => [fact, code]);
  const checkOffer = (facts: Record<string, FactValue>): unknown[] =>
    checkFacts(scheme, 'offer', facts).map(({ fact, code }) => [fact, code]);

  it('accepts each plausible figure', () => {
    expect(check({})).to.deep.equal([]);
    expect(check({ F05: 10, F04: 10, F06: -500, F07: 0, F08: 0 })).to.deep.equal([]);
    expect(checkOffer({ O00: 'food', O01: 10, O02: 4, O03: 100, O04: 'no' })).to.deep.equal([]);
  });

  it('refuses a figure below zero, but not a loss', () => {
    expect(check({ F01: -1 })).to.deep.equal([['F01', 'negative']]);
    expect(check({ F06: -1 })).to.deep.equal([]);
  });

  it('refuses what is not a number', () => {
    expect(check({ F01: 'many', F02: Number.NaN, F03: Number.POSITIVE_INFINITY })).to.deep.equal([
      ['F01', 'notANumber'],
      ['F02', 'notANumber'],
      ['F03', 'notANumber'],
    ]);
  });

  it('refuses a part greater than its total, and any part of a loss', () => {
    expect(checkFacts(scheme, 'organisation', { F04: 10, F05: 11 })).to.deep.equal([
      { fact: 'F05', code: 'partAboveWhole', params: { value: 11, whole: 10, of: 'F04' } },
    ]);
    expect(check({ F06: -10, F07: 1 })).to.deep.equal([['F07', 'partAboveWhole']]);
    expect(check({ F05: 11 })).to.deep.equal([]);
  });

  it('reports a total smaller than an unchanged part, at the total', () => {
    expect(faultsOfNew(scheme, 'organisation', { F04: 5 }, { F04: 20, F05: 10 })).to.deep.equal([
      { fact: 'F04', code: 'wholeBelowPart', params: { value: 5, part: 10, of: 'F05' } },
    ]);
    const both = faultsOfNew(scheme, 'organisation', { F04: 5, F05: 6 }, { F04: 20, F05: 10 });
    expect(both.map(({ fact, code }) => [fact, code])).to.deep.equal([['F05', 'partAboveWhole']]);
    const alone = faultsOfNew(
      scheme,
      'organisation',
      { F12: 1 },
      { F12: 20, F13: 10, F14: 10, F05: 99, F04: 1 },
    );
    expect(
      alone.map(({ fact }) => fact),
      'once, and nothing of what was there',
    ).to.deep.equal(['F12']);
  });

  it('refuses a figure of another scope or scheme', () => {
    expect(check({ F99: 1, O01: 1 })).to.deep.equal([
      ['F99', 'unknownFact'],
      ['O01', 'unknownFact'],
    ]);
  });

  it('refuses an unknown option', () => {
    expect(checkOffer({ O00: 'car', O04: 'maybe' })).to.deep.equal([
      ['O00', 'unknownOption'],
      ['O04', 'unknownOption'],
    ]);
    expect(checkOffer({ O00: 1 })).to.deep.equal([['O00', 'unknownOption']]);
  });

  it('refuses more than 100 % and more than a thousand billion', () => {
    expect(checkOffer({ O03: 100.1 })).to.deep.equal([['O03', 'tooLarge']]);
    expect(check({ F03: 1e12 })).to.deep.equal([]);
    expect(check({ F03: 1.1e12, F06: -1.1e12 })).to.deep.equal([
      ['F03', 'tooLarge'],
      ['F06', 'tooLarge'],
    ]);
  });

  it('lists the missing figures and their options', () => {
    expect(missingFacts(scheme, 'offer', { O00: 'food', O03: 0 })).to.deep.equal(['O01', 'O02', 'O04']);
    const options = factsOfScope(scheme, 'offer').map((rule) => [rule.id, isNumeric(rule), optionsOf(rule)]);
    expect(options).to.deep.equal([
      ['O00', false, ['service', 'object', 'food', 'secondHand']],
      ['O01', true, []],
      ['O02', true, []],
      ['O03', true, []],
      ['O04', false, ['yes', 'no']],
    ]);
  });
});
