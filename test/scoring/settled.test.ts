import { expect } from 'chai';
import fc from 'fast-check';
import type { Mark, Marks } from '../../src/criteria/assessment.ts';
import { scoreOf } from '../../src/scoring/score.ts';
import { settledLevel, settledMarks } from '../../src/scoring/settled.ts';
import { anyFile } from '../support/samples/anyMarks.ts';
import { marksAt } from '../support/samples/marksAt.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();
const levelIn = (marks: readonly Mark[], criterion: string): unknown =>
  marks.find((mark) => mark.criterion === criterion)?.level;
const file = (organisation: readonly Mark[], offers: Marks['offers'] = []): Marks => ({
  organisation,
  offers,
});

describe('settledLevel', () => {
  it('is the lower of two, not applicable only for both, open while one is open', () => {
    expect(settledLevel(3, 1)).to.equal(1);
    expect(settledLevel(0, 4)).to.equal(0);
    expect(settledLevel('na', 'na')).to.equal('na');
    expect(settledLevel('na', 3)).to.equal(3);
    expect(settledLevel(0, 'na')).to.equal(0);
    expect(settledLevel(null, 3)).to.equal(null);
    expect(settledLevel('na', null)).to.equal(null);
  });
});

describe('settledMarks', () => {
  const first = file(marksAt(scheme, 'organisation', 3, { 'FIN-04': 'na', 'TRV-05': 'na' }));
  const second = file(marksAt(scheme, 'organisation', 2, { TRA: 4, 'FIN-04': 'na' }));

  it('takes the lower level of each criterion, no average', () => {
    const { organisation } = settledMarks(scheme, first, second);
    expect(levelIn(organisation, 'FIN-01')).to.equal(2);
    expect(levelIn(organisation, 'TRA-01')).to.equal(3);
    expect(levelIn(organisation, 'FIN-04')).to.equal('na');
    expect(levelIn(organisation, 'TRV-05')).to.equal(2);
    expect(organisation).to.have.length(30);
  });

  it('uses the moderated value wherever there is one, higher or lower', () => {
    const moderated = file([
      { criterion: 'FIN-01', level: 4 },
      { criterion: 'TRA-01', level: 0 },
      { criterion: 'FIN-04', level: 1 },
      { criterion: 'TRV-05', level: 'na' },
      { criterion: 'FIN-03', level: 'na' },
    ]);
    const { organisation } = settledMarks(scheme, first, second, moderated);
    const levels = ['FIN-01', 'TRA-01', 'FIN-04', 'TRV-05', 'FIN-03', 'GOU-01'].map((id) =>
      levelIn(organisation, id),
    );
    // FIN-03 is never "not applicable": the moderation cannot make it so.
    expect(levels).to.deep.equal([4, 0, 1, 'na', 2, 2]);
  });

  it('settles what only the moderation scored, and leaves open what one review has not', () => {
    const partial = file(first.organisation.slice(2));
    const moderated = file([{ criterion: 'FIN-01', level: 2 }]);
    const { organisation } = settledMarks(scheme, partial, second, moderated);
    expect(levelIn(organisation, 'FIN-01')).to.equal(2);
    expect(levelIn(organisation, 'FIN-02')).to.equal(undefined);
  });

  it('matches offers by id', () => {
    const offer = (offerId: string, level: 1 | 3): Marks['offers'][number] => ({
      offerId,
      marks: marksAt(scheme, 'offer', level),
    });
    const one = file([], [offer('bread', 3), offer('bike', 1)]);
    const two = file([], [offer('bike', 3), offer('bread', 3)]);
    const moderated = file([], [{ offerId: 'bike', marks: [{ criterion: 'OFR-05', level: 2 }] }]);
    const { offers } = settledMarks(scheme, one, two, moderated);
    const levels = offers.map(({ offerId, marks }) => [offerId, marks.map((mark) => mark.level)]);
    expect(levels).to.deep.equal([
      ['bike', [1, 1, 1, 1, 2]],
      ['bread', [3, 3, 3, 3, 3]],
    ]);
  });

  it('does not depend on which review comes first', () => {
    fc.assert(
      fc.property(anyFile(scheme, true), anyFile(scheme, true), anyFile(scheme, true), (a, b, moderated) => {
        expect(settledMarks(scheme, a, b)).to.deep.equal(settledMarks(scheme, b, a));
        expect(settledMarks(scheme, a, b, moderated)).to.deep.equal(settledMarks(scheme, b, a, moderated));
      }),
    );
  });

  it('keeps what both reviews agree on, and never scores above a review with the same criteria', () => {
    fc.assert(
      fc.property(anyFile(scheme), (marks) => {
        const { organisation } = settledMarks(scheme, marks, marks);
        expect(scoreOf(scheme, 'organisation', organisation)).to.deep.equal(
          scoreOf(scheme, 'organisation', marks.organisation),
        );
      }),
    );
  });
});
