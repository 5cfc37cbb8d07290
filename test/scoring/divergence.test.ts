import { expect } from 'chai';
import fc from 'fast-check';
import type { Marks } from '../../src/criteria/assessment.ts';
import type { Cycle, Level } from '../../src/criteria/scheme.ts';
import { divergencesOf } from '../../src/scoring/divergence.ts';
import { anyFile } from '../support/samples/anyMarks.ts';
import { marksAt } from '../support/samples/marksAt.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();
type Others = Readonly<Record<string, Level | 'na'>>;
const file = (organisation: Others, offer: Others = {}): Marks => ({
  organisation: marksAt(scheme, 'organisation', 2, organisation),
  offers: [{ offerId: 'bread', marks: marksAt(scheme, 'offer', 2, offer) }],
});
const reasons = (first: Marks, second: Marks, cycle: Cycle = 'first'): unknown[] =>
  divergencesOf(scheme, cycle, first, second).map((found) => [
    found.kind,
    found.kind === 'theme' ? found.theme : found.criterion,
    found.offerId,
  ]);

describe('divergencesOf', () => {
  it('finds none between equal reviews, nor for one level apart above a minimum', () => {
    expect(reasons(file({}), file({}))).to.deep.equal([]);
    expect(reasons(file({}), file({ 'FIN-01': 3, 'TRA-02': 1 }))).to.deep.equal([]);
  });

  it('finds levels two apart', () => {
    expect(divergencesOf(scheme, 'first', file({}), file({ 'TRV-05': 4 }))).to.deep.equal([
      { offerId: null, kind: 'levels', criterion: 'TRV-05', first: 2, second: 4 },
    ]);
  });

  it('finds a minimum that only one review considers met, when it is due', () => {
    expect(reasons(file({}), file({ 'GOU-01': 1 }))).to.deep.equal([['mandatory', 'GOU-01', null]]);
    expect(reasons(file({}), file({ 'LUC-04': 1 }))).to.deep.equal([]);
    expect(reasons(file({}), file({ 'LUC-04': 1 }), 'renewal')).to.deep.equal([
      ['mandatory', 'LUC-04', null],
    ]);
  });

  it('finds "not applicable" in one review only, and verdicts on a mandatory criterion', () => {
    expect(reasons(file({ 'FIN-04': 'na' }), file({}))).to.deep.equal([['notApplicable', 'FIN-04', null]]);
    expect(reasons(file({ 'FIN-04': 'na' }), file({ 'FIN-04': 'na' }))).to.deep.equal([]);
    expect(reasons(file({ 'LUC-03': 'na' }), file({ 'LUC-03': 1 }))).to.deep.equal([
      ['notApplicable', 'LUC-03', null],
      ['mandatory', 'LUC-03', null],
    ]);
  });

  it('finds themes fifteen points apart, not less', () => {
    // ENV weighs 9: three criteria of weight 2 one level apart are 16.7 points, two are 11.1.
    const three = file({ 'ENV-05': 3, 'ENV-03': 3, 'ENV-04': 3 });
    const [found] = divergencesOf(scheme, 'first', file({}), three);
    expect(found).to.deep.include({ kind: 'theme', theme: 'ENV', first: 50 });
    expect(found?.kind === 'theme' && found.gap).to.be.closeTo(100 / 6, 1e-9);
    expect(reasons(file({}), file({ 'ENV-05': 3, 'ENV-03': 3 }))).to.deep.equal([]);
    const exact = { ...scheme, divergence: { levels: 2, themePoints: 25 } };
    const one = { ...file({}), organisation: marksAt(scheme, 'organisation', 3) };
    expect(divergencesOf(exact, 'first', file({}), one)).to.have.length(7);
  });

  it('skips a theme that one review leaves out completely', () => {
    const open = { ...scheme, criteria: scheme.criteria.map((rule) => ({ ...rule, na: true })) };
    const found = divergencesOf(open, 'first', file({ TRA: 'na' }), file({ TRA: 4 }));
    expect(found.map(({ kind }) => kind)).to.deep.equal(Array(3).fill('notApplicable'));
  });

  it('matches offers by id', () => {
    expect(reasons(file({}), file({}, { 'OFR-05': 4 }))).to.deep.equal([['levels', 'OFR-05', 'bread']]);
    expect(reasons(file({}), file({}, { 'OFR-02': 1 }))).to.deep.equal([['mandatory', 'OFR-02', 'bread']]);
  });

  it('finds what only one review scored, and an offer in one review only', () => {
    const partial = { ...file({}), organisation: file({}).organisation.slice(1) };
    expect(reasons(partial, file({}))).to.deep.equal([['unmarked', 'FIN-01', null]]);
    const without = { ...file({}), offers: [] };
    const found = divergencesOf(scheme, 'first', without, file({}));
    expect(found.filter(({ kind }) => kind === 'unmarked')).to.have.length(5);
    expect(found.every(({ offerId }) => offerId === 'bread')).to.equal(true);
  });

  it('returns the same whichever review comes first', () => {
    fc.assert(
      fc.property(anyFile(scheme, true), anyFile(scheme, true), (first, second) => {
        const turned = divergencesOf(scheme, 'renewal', second, first).map((found) => ({
          ...found,
          first: found.second,
          second: found.first,
        }));
        expect(turned).to.deep.equal(divergencesOf(scheme, 'renewal', first, second));
        expect(divergencesOf(scheme, 'renewal', first, first)).to.deep.equal([]);
      }),
    );
  });
});
