import { expect } from 'chai';
import type { Answer, Assessment } from '../../src/criteria/assessment.ts';
import type { Level } from '../../src/criteria/scheme.ts';
import { levelsByCriterion, marksOf } from '../../src/scoring/marks.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme('1.0.0');
const answer = (criterion: string, level: Level | null, na = false): Answer => ({
  criterion,
  level,
  na,
  evidence: '',
  comment: '',
});

const assessment: Assessment = {
  facts: { F04: 100, F05: 70, F10: 8000, F11: 4000 },
  answers: [answer('TRA-01', 3), answer('FIN-04', null, true), answer('FIN-01', 2), answer('OFR-03', 4)],
  offers: [
    { offerId: 'bread', facts: { O03: 70 }, answers: [answer('OFR-03', 2), answer('FIN-01', 4)] },
    { offerId: 'bike', facts: {}, answers: [] },
  ],
};

describe('marksOf', () => {
  it('combines figures and answers, organisation and offers separately', () => {
    expect(marksOf(scheme, 'first', assessment)).to.deep.equal({
      organisation: [
        { criterion: 'FIN-01', level: 2 },
        { criterion: 'FIN-02', level: 3 },
        { criterion: 'FIN-04', level: 'na' },
        { criterion: 'LUC-03', level: 4 },
        { criterion: 'TRA-01', level: 3 },
      ],
      offers: [
        {
          offerId: 'bread',
          marks: [
            { criterion: 'OFR-02', level: 3 },
            { criterion: 'OFR-03', level: 2 },
          ],
        },
        { offerId: 'bike', marks: [] },
      ],
    });
  });

  it('returns the same marks for answers in another order', () => {
    const turned = { ...assessment, answers: [...assessment.answers].reverse() };
    expect(marksOf(scheme, 'first', turned)).to.deep.equal(marksOf(scheme, 'first', assessment));
  });
});

describe('levelsByCriterion', () => {
  it('returns every criterion of the scope, and no unknown mark', () => {
    const levels = levelsByCriterion(scheme, 'offer', [
      { criterion: 'OFR-02', level: 1 },
      { criterion: 'OFR-03', level: 'na' },
      { criterion: 'OFR-04', level: 'na' },
      { criterion: 'FIN-01', level: 4 },
    ]);
    expect([...levels]).to.deep.equal([
      ['OFR-01', null],
      ['OFR-02', 1],
      ['OFR-03', null],
      ['OFR-04', 'na'],
      ['OFR-05', null],
    ]);
  });
});
