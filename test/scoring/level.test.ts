import { expect } from 'chai';
import type { Answer, Facts } from '../../src/criteria/assessment.ts';
import { levelAt } from '../../src/criteria/figureLevel.ts';
import type { Criterion, Level } from '../../src/criteria/scheme.ts';
import { type LevelFound, levelOf } from '../../src/scoring/level.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme('1.0.0');

function rule(id: string): Criterion {
  const found = scheme.criteria.find((criterion) => criterion.id === id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}

const claim = (criterion: string, level: Level | null, na = false): Answer => ({
  criterion,
  level,
  na,
  evidence: '',
  comment: '',
});

/** Level and origin of a criterion by its figures, with an optional claim. */
function found(
  id: string,
  facts: Facts,
  level: Level | null = null,
  na = false,
): [LevelFound['level'], string] {
  const result = levelOf(rule(id), claim(id, level, na), facts, 'first');
  return [result.level, result.from];
}

describe('levelOf', () => {
  it('takes the claimed level of a criterion without figures', () => {
    expect(found('FIN-01', {}, 3)).to.deep.equal([3, 'answer']);
    expect(found('FIN-01', {}, 0)).to.deep.equal([0, 'answer']);
    expect(found('FIN-01', {})).to.deep.equal([null, 'none']);
    expect(levelOf(rule('FIN-01'), undefined, {}, 'first')).to.deep.equal({ level: null, from: 'none' });
  });

  it('accepts "not applicable" only where the rule allows it', () => {
    expect(found('FIN-04', {}, null, true)).to.deep.equal(['na', 'answer']);
    expect(found('FIN-04', {}, 2, true)).to.deep.equal(['na', 'answer']);
    expect(found('FIN-01', {}, null, true)).to.deep.equal([null, 'none']);
    expect(found('FIN-01', {}, 2, true)).to.deep.equal([2, 'answer']);
    expect(found('LUC-03', { F10: 9000, F11: 3000 }, null, true)).to.deep.equal(['na', 'answer']);
    expect(found('FIN-02', { F05: 50, F04: 100 }, null, true)).to.deep.equal([2, 'figures']);
  });

  it('counts the thresholds reached, upwards', () => {
    const steps = [0, 24.9, 25, 49.9, 50, 65.9, 66, 89.9, 90, 100];
    const levels = steps.map((percent) => found('FIN-02', { F05: percent, F04: 100 })[0]);
    expect(levels).to.deep.equal([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('counts the thresholds reached, downwards', () => {
    const levels = [8, 7.01, 7, 5.5, 5, 3.1, 3, 2.1, 2, 1].map(
      (ratio) => found('LUC-03', { F10: ratio * 4000, F11: 4000 })[0],
    );
    expect(levels).to.deep.equal([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect([8.1, 8, 6, 2, 0].map((value) => levelAt(value, 'lower', [8, 6, 2, 0]))).to.deep.equal([
      0, 1, 2, 3, 4,
    ]);
  });

  it('ignores a claim where figures give the level', () => {
    expect(found('LUC-03', { F10: 24000, F11: 4000 }, 4)).to.deep.equal([1, 'figures']);
    expect(found('LUC-03', {}, 4)).to.deep.equal([null, 'none']);
  });

  it('returns the formula, its figures, value and thresholds for display', () => {
    expect(levelOf(rule('LUC-03'), undefined, { F10: 24000, F11: 4000, F01: 8 }, 'first')).to.deep.equal({
      level: 1,
      from: 'figures',
      value: 6,
      computed: {
        formula: 'F10/F11',
        unit: 'times',
        better: 'lower',
        values: { F10: 24000, F11: 4000 },
        missing: [],
        at: [7, 5, 3, 2],
        choices: [],
        cappedAt: null,
      },
    });
    const partial = levelOf(rule('LUC-03'), undefined, { F10: 24000 }, 'first');
    expect(partial.computed?.missing).to.deep.equal(['F11']);
    expect(partial).not.to.have.property('value');
  });

  it('has no level while the formula has no value', () => {
    expect(found('LUC-03', { F10: 4000, F11: 0 })).to.deep.equal([null, 'none']);
  });

  it('lets the applicant choose among the levels for organisations without profit only', () => {
    for (const F06 of [0, -5000]) {
      expect(found('LUC-01', { F06, F07: 0 }, 2)).to.deep.equal([2, 'answer']);
      expect(found('LUC-01', { F06 }, 1)).to.deep.equal([1, 'answer']);
      expect(found('LUC-01', { F06, F07: 0 }, 4)).to.deep.equal([null, 'none']);
      expect(found('LUC-01', { F06, F07: 0 })).to.deep.equal([null, 'none']);
    }
    const open = levelOf(rule('LUC-01'), undefined, { F06: 0 }, 'first');
    expect(open.computed?.choices).to.deep.equal([1, 2]);
    expect(open.computed?.missing).to.deep.equal([]);
    expect(found('LUC-01', { F06: 1000, F07: 490 }, 1)).to.deep.equal([2, 'figures']);
  });

  it('returns the only level for organisations without capital', () => {
    expect(found('LUC-02', { F08: 0 })).to.deep.equal([4, 'figures']);
    expect(found('LUC-02', { F08: 0 }, 1)).to.deep.equal([4, 'figures']);
    expect(found('LUC-02', { F09: 0 })).to.deep.equal([null, 'none']);
  });

  it('measures food against its own thresholds', () => {
    const here = (O00: string, O02: number): LevelFound['level'] =>
      found('OFR-01', { O00, O01: 100, O02, O04: 'yes' })[0];
    expect([59, 60, 80, 90, 100].map((part) => here('food', part))).to.deep.equal([0, 1, 2, 3, 4]);
    expect([39, 40, 60, 80, 95].map((part) => here('object', part))).to.deep.equal([0, 1, 2, 3, 4]);
    const shown = levelOf(rule('OFR-01'), undefined, { O00: 'food', O01: 10, O02: 8, O04: 'yes' }, 'first');
    expect(shown.computed?.at).to.deep.equal([60, 80, 90, 100]);
  });

  it('caps the level when the main step is elsewhere, and waits for that answer', () => {
    const facts = { O00: 'service', O01: 100, O02: 100 };
    const capped = levelOf(rule('OFR-01'), undefined, { ...facts, O04: 'no' }, 'first');
    expect([capped.level, capped.value, capped.computed?.cappedAt]).to.deep.equal([1, 100, 1]);
    expect(found('OFR-01', { ...facts, O04: 'yes' })).to.deep.equal([4, 'figures']);
    expect(found('OFR-01', facts)).to.deep.equal([null, 'none']);
    const below = levelOf(rule('OFR-01'), undefined, { ...facts, O02: 10, O04: 'no' }, 'first');
    expect([below.level, below.computed?.cappedAt]).to.deep.equal([0, null]);
  });
});
