import { expect } from 'chai';
import { loadSchemes } from '../../src/boot/loadSchemes.ts';
import { answeredBy, meanStep, toldAnswers, toldCounts } from '../../src/criteria/answerCounts.ts';
import { type Statement, statementFaults, statements } from '../../src/criteria/questionnaire.ts';

describe('the statements of the questionnaire', () => {
  it('name criteria that the newest version has, each statement once', async () => {
    const schemes = [...(await loadSchemes()).values()];
    expect(statementFaults(statements, schemes)).to.deep.equal([]);
    const some = (id: string, criterion: string): Statement => ({
      ...{ id, criterion },
      text: { fr: 'a', de: 'a', it: 'a', en: 'a' },
    });
    expect(statementFaults([some('Q01', 'TRV-03'), some('Q01', 'TRV-09')], schemes)).to.deep.equal([
      'Q01 stands twice in the list',
      'Q01 names TRV-09, which the newest version does not have',
    ]);
  });

  it('are told in sums of five people at least, and how many answered in fives', () => {
    expect([0, 4, 5, 9, 10, 23].map(toldAnswers)).to.deep.equal([null, null, 5, 5, 10, 20]);
    for (const [counts, told] of [
      [
        [1, 0, 0, 0, 4, 9],
        [1, 0, 0, 0, 4, 5],
      ],
      [[0, 0, 0, 0, 4, 9], null],
      [
        [5, 0, 0, 0, 0, 0],
        [5, 0, 0, 0, 0, 0],
      ],
      [
        [0, 1, 2, 4, 0, 3],
        [0, 1, 1, 3, 0, 0],
      ],
      [
        [3, 3, 3, 0, 0, 0],
        [2, 2, 1, 0, 0, 0],
      ],
      [[0, 0, 0, 0, 0, 12], null],
    ] as const)
      expect(toldCounts(counts)).to.deep.equal(told);
    expect([answeredBy([1, 0, 0, 0, 4, 9]), meanStep([1, 0, 0, 0, 4, 9])]).to.deep.equal([5, 4.2]);
  });
});
