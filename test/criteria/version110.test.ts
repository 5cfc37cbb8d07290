import { expect } from 'chai';
import fc from 'fast-check';
import type { Facts } from '../../src/criteria/assessment.ts';
import { deadEndOf } from '../../src/criteria/checkLevels.ts';
import { levelByFigures } from '../../src/criteria/figureLevel.ts';
import { checkFacts } from '../../src/criteria/figures.ts';
import { notApplicable } from '../../src/criteria/notApplicable.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme, texts } = realScheme('1.1.0');
const before = realScheme('1.0.0').scheme;
const rule = (id: string, of = scheme) => {
  const found = of.criteria.find((criterion) => criterion.id === id);
  if (!found) throw new Error(`${id} is not there`);
  return found;
};
const level = (id: string, facts: Facts) => {
  const { number } = rule(id);
  return number && levelByFigures(number, undefined, facts);
};
const numbers = scheme.criteria.filter(({ number }) => number);

describe('made-in-ess 1.1.0', () => {
  it('gives a level, a choice or "not applicable" for all possible figures', () => {
    const figure = fc.oneof(
      fc.constantFrom(undefined, 0, 1, 2, 3, 9_999, 10_000),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 0, max: 20_000 }).map((hundredths) => hundredths / 100),
    );
    const option = (id: string) => scheme.facts.find((fact) => fact.id === id)?.options ?? ['yes', 'no'];
    const facts = fc.record(
      Object.fromEntries(
        scheme.facts.map(({ id, unit }) => [
          id,
          unit === 'choice' || unit === 'yesNo' ? fc.constantFrom(...option(id)) : figure,
        ]),
      ),
    );
    fc.assert(
      fc.property(facts, fc.constantFrom('first' as const, 'renewal' as const), (drawn, cycle) => {
        const given: Facts = Object.fromEntries(
          Object.entries(drawn).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
        );
        const wrong = new Set(
          (['organisation', 'offer'] as const).flatMap((scope) =>
            checkFacts(scheme, scope, given)
              .filter(({ code }) => code !== 'unknownFact')
              .map(({ fact }) => fact),
          ),
        );
        const possible = Object.fromEntries(Object.entries(given).filter(([id]) => !wrong.has(id)));
        for (const criterion of numbers) {
          const { number } = criterion;
          const found = number && levelByFigures(number, undefined, possible);
          const na = notApplicable(criterion, possible, cycle);
          const way =
            found?.level !== null ||
            found.computed.choices.length > 0 ||
            found.computed.missing.length > 0 ||
            na.state === 'allowed' ||
            na.missing.length > 0;
          expect(way, `${criterion.id} ${JSON.stringify(possible)}`).to.equal(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(numbers.map((criterion) => deadEndOf(scheme, criterion))).to.deep.equal(numbers.map(() => null));
  });

  it('fixes what 1.0.0 left without a level, and what check-criteria would refuse today', () => {
    const ends = before.criteria.filter((criterion) => deadEndOf(before, criterion) !== null);
    expect(ends.map(({ id }) => id)).to.deep.equal(['FIN-02', 'OFR-01']);
  });

  const computed: readonly (readonly [string, string, Facts, number | null | undefined])[] = [
    ['LUC-01', 'all of the profit kept', { F06: 90_000, F20: 0 }, 4],
    ['LUC-01', 'half and a bit', { F06: 100_000, F20: 49_000 }, 2],
    ['LUC-01', 'more paid out than was earned', { F06: 10_000, F20: 10_001 }, 0],
    ['LUC-01', 'paid out of reserves without a profit', { F06: 0, F20: 1 }, 0],
    ['LUC-01', 'paid out beside a loss', { F06: -40_000, F20: 5_000 }, 0],
    ['LUC-01', 'neither profit nor payments: a choice', { F06: -40_000, F20: 0 }, null],
    ['LUC-02', 'no capital and no dividend', { F08: 0, F21: 0, F22: 0, F23: 0 }, 4],
    ['LUC-02', 'dividends without any capital', { F08: 0, F21: 0, F22: 0, F23: 1 }, 0],
    ['LUC-02', 'nothing paid on capital', { F08: 50_000, F21: 0, F22: 0, F23: 0 }, 4],
    ['LUC-02', 'the highest year, not the mean', { F08: 100_000, F21: 0, F22: 9_000, F23: 0 }, 0],
    ['LUC-02', 'six per cent each year', { F08: 100_000, F21: 6_000, F22: 6_000, F23: 6_000 }, 2],
    ['LUC-03', 'no lowest pay', { F10: 5_000, F24: 0 }, 0],
    ['LUC-03', 'five times', { F10: 20_000, F24: 4_000 }, 2],
    ['TRV-04', 'less than the first step', { F01: 1_000, F17: 0.9 }, 0],
    ['TRV-04', 'the first step', { F01: 1_000, F17: 1 }, 1],
    ['OFR-01', 'neither cost nor hours', { O00: 'object', O01: 0, O02: 0, O04: 'yes' }, 0],
    ['OFR-01', 'hours in place of a cost of zero', { O00: 'object', O01: 40, O02: 38, O04: 'yes' }, 4],
    ['FIN-02', 'two thirds of three years', { F18: 300_000, F19: 198_000 }, 3],
  ];
  for (const [id, name, facts, expected] of computed) {
    it(`${id}, ${name}: ${expected}`, () => {
      expect(checkFacts(scheme, id.startsWith('OFR') ? 'offer' : 'organisation', facts)).to.deep.equal([]);
      expect(level(id, facts)?.level).to.equal(expected);
    });
  }

  it('lets an organisation without a closed year skip FIN-02, and none with charges', () => {
    expect(notApplicable(rule('FIN-02'), { F18: 0 }, 'first').state).to.equal('allowed');
    expect(notApplicable(rule('FIN-02'), { F18: 1 }, 'first').state).to.equal('refused');
  });

  it('binds each "not applicable" exactly as its text says', () => {
    const bounds: readonly (readonly [string, string, number])[] = [
      ['LUC-03', 'F02', 2],
      ['LUC-04', 'F02', 2],
      ['GOU-02', 'F02', 2],
      ['GOU-03', 'F02', 1],
      ['TRV-01', 'F02', 1],
      ['TRV-02', 'F02', 100],
      ['TRV-03', 'F02', 1],
      ['TRV-04', 'F01', 3],
      ['COO-01', 'F12', 10_000],
      ['COO-02', 'F12', 10_000],
    ];
    for (const [id, fact, bound] of bounds) {
      const at = (value: number) => notApplicable(rule(id), { [fact]: value }, 'first').state;
      expect([at(bound - 1), at(bound)], id).to.deep.equal(['allowed', 'refused']);
    }
    const sentence = ['FIN-04', 'GOU-04', 'TRV-05', 'ENV-05', 'COO-03', 'OFR-04'];
    for (const id of sentence) expect(notApplicable(rule(id), {}, 'first').reasonDue, id).to.equal(true);
    const cycles = (['first', 'renewal'] as const).map(
      (cycle) => notApplicable(rule('COO-04'), {}, cycle).state,
    );
    expect(cycles).to.deep.equal(['allowed', 'refused']);
    const said = ['FIN-02', 'COO-04', ...bounds.map(([id]) => id), ...sentence].sort();
    expect(
      scheme.criteria
        .filter(({ na }) => na)
        .map(({ id }) => id)
        .sort(),
    ).to.deep.equal(said);
  });

  it('gives new ids to new meanings, and reuses none of the first version', () => {
    const meanings = (of: typeof scheme, text: typeof texts.fr) => ({
      ...Object.fromEntries(of.facts.map(({ id, unit }) => [id, `${unit} ${text.facts[id]?.label}`])),
      ...Object.fromEntries(of.criteria.map(({ id, theme }) => [id, `${theme} ${text.criteria[id]?.title}`])),
    });
    const [was, is] = [meanings(before, realScheme('1.0.0').texts.fr), meanings(scheme, texts.fr)];
    for (const [id, meaning] of Object.entries(is)) {
      if (id in was) expect(meaning, id).to.equal(was[id]);
    }
    expect(
      Object.keys(was)
        .filter((id) => !(id in is))
        .sort(),
    ).to.deep.equal(['ENV-02', 'F05', 'F07', 'F09', 'F11', 'F15', 'F16']);
  });

  it('mentions the people who review, uses the levels of its formulas, and avoids misleading words', () => {
    const all = (language: (typeof languages)[number]) => JSON.stringify(texts[language]);
    expect(all('fr')).not.to.match(/la revue|faut-il pour faire|ou plan pour/);
    expect(all('it')).not.to.include('in più del franco');
    expect(all('de')).not.to.match(/freier Preis|die verfolgt werden/);
    const titles = Object.values(texts.de.criteria).map(({ title }) => title);
    expect(titles.join(' ')).not.to.match(
      /Lohnschere|Vermögensbindung|Kapitalertrag|Komplementär|Klartext|Mandate/,
    );
    expect(all('en')).not.to.match(/pay those who produce well|The review, and/);
    for (const language of languages) {
      const [first = '', second = ''] = texts[language].criteria['TRV-04']?.levels ?? [];
      for (const step of [first, second]) expect(step, language).to.match(/0[.,]1/);
    }
  });
});
