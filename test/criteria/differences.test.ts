import { expect } from 'chai';
import type { Answer } from '../../src/criteria/assessment.ts';
import { type Compared, differencesOf } from '../../src/criteria/differences.ts';

const answer = (criterion: string, change: Partial<Answer> = {}): Answer => ({
  criterion,
  level: 2,
  na: false,
  evidence: '',
  comment: '',
  ...change,
});

const offer = (id: string, name = id) => ({ id, name, type: 'object' as const, sheet: '' });
const document = (name: string, digest = 'a') => ({ document: name, name, digest, from: null, until: null });

const state = (
  change: Partial<Compared> & Partial<Pick<Compared['assessment'], 'facts' | 'answers'>> = {},
): Compared => ({
  assessment: {
    facts: change.facts ?? { F1: 10 },
    answers: change.answers ?? [answer('FIN-01')],
    offers: change.assessment?.offers ?? [{ offerId: 'A', facts: { O1: 1 }, answers: [answer('OFF-01')] }],
  },
  offers: change.offers ?? [offer('A')],
  evidence: change.evidence ?? [document('D1')],
});

describe('differences between two states of a file', () => {
  it('finds none in the same file, whatever the save counters or the order of files', () => {
    const files = ['D1', 'D2'];
    const passages = files.map((document) => ({ document, page: 2, quote: '' }));
    const before = state({ answers: [answer('FIN-01', { files, passages, revision: 1 })] });
    const reversed = { files: [...files].reverse(), passages: [...passages].reverse() };
    const after = state({ answers: [answer('FIN-01', { ...reversed, revision: 7 })] });
    expect(Object.values(differencesOf(before, after)).flat()).deep.equal([]);
  });

  it('names a passage that is another one', () => {
    const at = (page: number | null, quote: string) =>
      state({ answers: [answer('FIN-01', { passages: [{ document: 'D1', page, quote }] })] });
    const partsOf = (after: Compared) =>
      differencesOf(at(2, 'Art. 3'), after).answers.map(({ parts }) => parts);
    expect([at(2, 'Art. 3'), at(3, 'Art. 3'), at(2, 'Art. 4'), state()].map(partsOf)).deep.equal([
      [],
      ...Array(3).fill([['passages']]),
    ]);
  });

  it('treats an empty answer as none', () => {
    const empty = answer('FIN-02', { level: null, files: [] });
    const after = state({ answers: [answer('FIN-01'), empty] });
    expect(differencesOf(state(), after).answers).deep.equal([]);
  });

  it('names each changed, new or removed figure', () => {
    const { facts } = differencesOf(
      state({ facts: { F1: 10, F2: 'yes' } }),
      state({ facts: { F1: 0, F3: 3 } }),
    );
    expect(facts).deep.equal([
      { offerId: '', fact: 'F1', before: 10, after: 0 },
      { offerId: '', fact: 'F2', before: 'yes', after: null },
      { offerId: '', fact: 'F3', before: null, after: 3 },
    ]);
  });

  it('names the changed parts of an answer, and tells level 0 from no level', () => {
    const was = answer('FIN-01', { level: 0, comment: 'Avant', files: ['D1'] });
    const is = answer('FIN-01', { level: null, na: true, comment: 'Après', evidence: 'Statuts', files: [] });
    const { answers } = differencesOf(state({ answers: [was] }), state({ answers: [is] }));
    expect(answers).deep.equal([
      {
        offerId: '',
        criterion: 'FIN-01',
        parts: ['level', 'na', 'comment', 'evidence', 'files'],
        before: was,
        after: is,
      },
    ]);
    const gone = differencesOf(state(), state({ answers: [] })).answers;
    expect(gone).deep.equal([
      { offerId: '', criterion: 'FIN-01', parts: ['level'], before: answer('FIN-01'), after: null },
    ]);
  });

  it('lists offers added, removed and changed, with the changes inside', () => {
    const part = (offerId: string, level: 1 | 2) => ({
      offerId,
      facts: { O1: level },
      answers: [answer('OFF-01', { level })],
    });
    const before = state({
      offers: [offer('A'), offer('B')],
      assessment: { facts: {}, answers: [], offers: [part('A', 2), part('B', 2)] },
    });
    const after = state({
      offers: [offer('A', 'Pain'), offer('C')],
      assessment: { facts: {}, answers: [], offers: [part('A', 1), part('C', 1)] },
    });
    const { offers, facts, answers } = differencesOf(before, after);
    expect(offers).deep.equal([
      { before: offer('A'), after: offer('A', 'Pain') },
      { before: null, after: offer('C') },
      { before: offer('B'), after: null },
    ]);
    expect(facts).deep.equal([{ offerId: 'A', fact: 'O1', before: 2, after: 1 }]);
    expect(answers.map(({ offerId, parts }) => ({ offerId, parts }))).deep.equal([
      { offerId: 'A', parts: ['level'] },
    ]);
  });

  it('lists documents added, revised and removed', () => {
    const { evidence } = differencesOf(
      state({ evidence: [document('D1'), document('D2'), document('D3')] }),
      state({ evidence: [document('D1'), document('D2', 'b'), document('D4')] }),
    );
    expect(evidence.map(({ before, after }) => [before?.digest ?? '', after?.digest ?? ''])).deep.equal([
      ['a', 'b'],
      ['', 'a'],
      ['a', ''],
    ]);
  });
});
